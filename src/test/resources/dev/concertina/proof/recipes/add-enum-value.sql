-- A value is added to an enum that the running version reads into a closed type.
-- base
CREATE TYPE audio_state AS ENUM ('draft', 'done');
CREATE TABLE audio (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text NOT NULL, state audio_state NOT NULL);
INSERT INTO audio (title, state) SELECT n, 'draft' FROM generate_series(1, 3000) n;
-- rows
SELECT id, title FROM audio;
-- migration
ALTER TYPE audio_state ADD VALUE 'lost';
-- naive
-- insert
INSERT INTO audio (title, state) VALUES (':value', 'lost') RETURNING id;
-- release 0
-- insert
INSERT INTO audio (title, state) VALUES (':value', 'draft') RETURNING id;
-- write
UPDATE audio SET title = ':value', state = 'done' WHERE id = :key;
-- read
SELECT title FROM audio JOIN (VALUES ('draft'::audio_state), ('done')) known (name) ON name = state WHERE id = :key;
-- release 1
-- read
SELECT title FROM audio JOIN (VALUES ('draft'::audio_state), ('done'), ('lost')) known (name) ON name = state WHERE id = :key;
-- release 2
-- insert
INSERT INTO audio (title, state) VALUES (':value', 'lost') RETURNING id;
