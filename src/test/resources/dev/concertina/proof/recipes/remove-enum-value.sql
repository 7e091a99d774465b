-- A value is taken out of an enum by another type that lacks it.
-- base
CREATE TYPE audio_state AS ENUM ('draft', 'lost', 'done');
CREATE TYPE audio_status AS ENUM ('draft', 'done');
CREATE TABLE audio (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text NOT NULL, state audio_state NOT NULL);
INSERT INTO audio (title, state) SELECT n, 'lost' FROM generate_series(1, 3000) n;
-- rows
SELECT id, title FROM audio;
-- migration refused
ALTER TABLE audio ALTER COLUMN state TYPE audio_status USING state::text::audio_status;
-- after 1
UPDATE audio SET state = 'draft' WHERE id > :last AND id <= :next AND state = 'lost';
-- release 0
-- insert
INSERT INTO audio (title, state) VALUES (':value', 'lost') RETURNING id;
-- write
UPDATE audio SET title = ':value' WHERE id = :key;
-- read
SELECT title FROM audio WHERE id = :key AND state IN ('draft', 'lost', 'done');
-- release 1
-- insert
INSERT INTO audio (title, state, state_new) VALUES (':value', 'done', 'done') RETURNING id;
-- write
UPDATE audio SET title = ':value', state = 'done', state_new = 'done' WHERE id = :key;
-- release 2
-- read
SELECT title FROM audio WHERE id = :key AND state_new IN ('draft', 'done');
-- release 3
-- insert
INSERT INTO audio (title, state_new) VALUES (':value', 'done') RETURNING id;
-- write
UPDATE audio SET title = ':value', state_new = 'done' WHERE id = :key;
-- release 4
