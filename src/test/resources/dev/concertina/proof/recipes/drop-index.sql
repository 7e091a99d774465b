-- An index is dropped the plain way.
-- base
CREATE TABLE audio (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text NOT NULL);
INSERT INTO audio (title) SELECT n FROM generate_series(1, 3000) n;
CREATE INDEX audio_title_idx ON audio (title);
-- rows
SELECT id, title FROM audio;
-- migration
DROP INDEX audio_title_idx;
-- release 0
-- insert
INSERT INTO audio (title) VALUES (':value') RETURNING id;
-- write
UPDATE audio SET title = ':value' WHERE id = :key;
-- read
SELECT title FROM audio WHERE id = :key;
-- release 1
