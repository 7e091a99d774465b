-- A check is added that rows of the running version break.
-- base
CREATE TABLE audio (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text NOT NULL, length integer);
INSERT INTO audio (title, length) SELECT n, n FROM generate_series(1, 3000) n;
-- rows
SELECT id, title FROM audio;
-- migration
ALTER TABLE audio ADD CONSTRAINT audio_length_positive CHECK (length > 0);
-- after 1
UPDATE audio SET length = NULL WHERE id > :last AND id <= :next AND length <= 0;
-- release 0
-- insert
INSERT INTO audio (title, length) VALUES (':value', 0) RETURNING id;
-- write
UPDATE audio SET title = ':value' WHERE id = :key;
-- read
SELECT title FROM audio WHERE id = :key;
-- release 1
-- insert
INSERT INTO audio (title, length) VALUES (':value', 3) RETURNING id;
-- release 2
