-- A value of an enum gets another name.
-- base
CREATE TYPE audio_state AS ENUM ('draft', 'finished');
CREATE TABLE audio (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text NOT NULL, state audio_state NOT NULL);
INSERT INTO audio (title, state) SELECT n, 'finished' FROM generate_series(1, 3000) n;
-- rows
SELECT id, title FROM audio;
-- migration
ALTER TYPE audio_state RENAME VALUE 'finished' TO 'done';
-- release 0
-- insert
INSERT INTO audio (title, state) VALUES (':value', 'finished') RETURNING id;
-- write
UPDATE audio SET title = ':value', state = 'finished' WHERE id = :key;
-- read
SELECT title FROM audio WHERE id = :key AND state = 'finished';
-- release 1
-- read
SELECT title FROM audio WHERE id = :key AND state::text IN ('finished', 'done');
-- release 2
-- insert
INSERT INTO audio (title, state) VALUES (':value', 'done') RETURNING id;
-- write
UPDATE audio SET title = ':value', state = 'done' WHERE id = :key;
-- release 3
-- read
SELECT title FROM audio WHERE id = :key AND state = 'done';
