-- A column that the running version reads and writes is dropped.
-- base
CREATE TABLE audio (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text NOT NULL, length integer NOT NULL);
INSERT INTO audio (title, length) SELECT n, n FROM generate_series(1, 3000) n;
-- rows
SELECT id, title FROM audio;
-- migration
ALTER TABLE audio DROP COLUMN length;
-- release 0
-- insert
INSERT INTO audio (title, length) VALUES (':value', 1) RETURNING id;
-- write
UPDATE audio SET title = ':value', length = 2 WHERE id = :key;
-- read
SELECT title FROM audio WHERE id = :key AND (length IS NULL OR length > 0);
-- remove
DELETE FROM audio WHERE id = :key;
-- release 1
-- insert
INSERT INTO audio (title) VALUES (':value') RETURNING id;
-- write
UPDATE audio SET title = ':value' WHERE id = :key;
-- read
SELECT title FROM audio WHERE id = :key;
-- release 2
