-- Rows are changed in one statement.
-- base
CREATE TABLE audio (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text NOT NULL, provider text NOT NULL);
INSERT INTO audio (title, provider) SELECT n, 'free_sound' FROM generate_series(1, 3000) n;
-- rows
SELECT id, title FROM audio;
-- migration
UPDATE audio SET provider = 'freesound' WHERE provider = 'free_sound';
-- release 0
-- insert
INSERT INTO audio (title, provider) VALUES (':value', 'free_sound') RETURNING id;
-- write
UPDATE audio SET title = ':value' WHERE id = :key;
-- read
SELECT title FROM audio WHERE id = :key;
-- remove
DELETE FROM audio WHERE id = :key;
-- release 1
-- insert
INSERT INTO audio (title, provider) VALUES (':value', 'freesound') RETURNING id;
-- read
SELECT title FROM audio WHERE id = :key AND provider IN ('free_sound', 'freesound');
