-- A table that the running version reads and writes is dropped; it references one that stays.
-- base
CREATE TABLE audio (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text NOT NULL);
CREATE TABLE play_count (audio_id bigint PRIMARY KEY REFERENCES audio (id) ON DELETE CASCADE, plays integer NOT NULL);
INSERT INTO audio (title) SELECT n FROM generate_series(1, 3000) n;
INSERT INTO play_count SELECT id, 0 FROM audio;
-- rows
SELECT id, title FROM audio;
-- migration
DROP TABLE play_count;
-- release 0
-- insert
WITH new AS (INSERT INTO audio (title) VALUES (':value') RETURNING id)
INSERT INTO play_count SELECT id, 0 FROM new RETURNING audio_id;
-- write
UPDATE audio SET title = ':value' WHERE id = :key;
UPDATE play_count SET plays = plays + 1 WHERE audio_id = :key;
-- read
SELECT title FROM audio LEFT JOIN play_count ON audio_id = id WHERE id = :key;
-- release 1
-- insert
INSERT INTO audio (title) VALUES (':value') RETURNING id;
-- write
UPDATE audio SET title = ':value' WHERE id = :key;
-- read
SELECT title FROM audio WHERE id = :key;
-- release 2
