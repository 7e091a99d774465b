-- A column that the running version leaves out must get a value.
-- base
CREATE TABLE audio (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text NOT NULL, album text);
INSERT INTO audio (title, album) SELECT n, n FROM generate_series(1, 3000) n;
-- rows
SELECT id, title FROM audio;
-- migration
ALTER TABLE audio ALTER COLUMN album SET NOT NULL;
-- placeholder :value 'single'
-- release 0
-- insert
INSERT INTO audio (title) VALUES (':value') RETURNING id;
-- write
UPDATE audio SET title = ':value' WHERE id = :key;
-- read
SELECT title FROM audio WHERE id = :key;
-- release 1
-- insert
INSERT INTO audio (title, album) VALUES (':value', 'album') RETURNING id;
-- release 2
-- read
SELECT title FROM audio WHERE id = :key AND album IS NOT NULL;
