-- A column is added that must have a value; there are rows, so the server refuses it.
-- base
CREATE TABLE audio (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text NOT NULL);
INSERT INTO audio (title) SELECT n FROM generate_series(1, 3000) n;
-- rows
SELECT id, title FROM audio;
-- migration refused
ALTER TABLE audio ADD COLUMN rating integer NOT NULL;
-- placeholder :value 0
-- release 0
-- insert
INSERT INTO audio (title) VALUES (':value') RETURNING id;
-- write
UPDATE audio SET title = ':value' WHERE id = :key;
-- read
SELECT title FROM audio WHERE id = :key;
-- release 1
-- insert
INSERT INTO audio (title, rating) VALUES (':value', 1) RETURNING id;
-- write
UPDATE audio SET title = ':value', rating = 2 WHERE id = :key;
-- release 2
-- read
SELECT title FROM audio WHERE id = :key AND rating >= 0;
