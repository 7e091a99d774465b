-- An index takes the place of another one.
-- base
CREATE TABLE audio (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text NOT NULL);
INSERT INTO audio (title) SELECT n FROM generate_series(1, 3000) n;
CREATE INDEX audio_title_idx ON audio (title);
-- rows
SELECT id, title FROM audio;
-- migration
CREATE INDEX audio_lower_title_idx ON audio (lower(title));
DROP INDEX audio_title_idx;
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
