-- Rows are changed in one statement.
-- base
CREATE TABLE audio (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text NOT NULL, slug text);
INSERT INTO audio (title) SELECT n FROM generate_series(1, 3000) n;
-- rows
SELECT id, title FROM audio;
-- migration
UPDATE audio SET slug = 'audio-' || id;
-- release 0
-- insert
INSERT INTO audio (title) VALUES (':value') RETURNING id;
-- write
UPDATE audio SET title = ':value' WHERE id = :key;
-- read
SELECT title FROM audio WHERE id = :key;
-- remove
DELETE FROM audio WHERE id = :key;
-- release 1
