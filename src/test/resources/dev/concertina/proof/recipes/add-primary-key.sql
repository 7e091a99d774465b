-- A primary key is added over a column that may be NULL.
-- base
CREATE SEQUENCE audio_ids;
CREATE TABLE audio (id bigint, title text NOT NULL);
INSERT INTO audio SELECT nextval('audio_ids'), n FROM generate_series(1, 3000) n;
CREATE INDEX audio_id_idx ON audio (id);
-- rows
SELECT id, title FROM audio WHERE id IS NOT NULL;
-- migration
ALTER TABLE audio ADD CONSTRAINT audio_pkey PRIMARY KEY (id);
-- after 1
DELETE FROM audio WHERE id IS NULL;
-- release 0
-- insert
WITH nobody AS (INSERT INTO audio (title) VALUES (':value'))
INSERT INTO audio (id, title) VALUES (nextval('audio_ids'), ':value') RETURNING id;
-- write
UPDATE audio SET title = ':value' WHERE id = :key;
-- read
SELECT title FROM audio WHERE id = :key;
-- release 1
-- insert
INSERT INTO audio (id, title) VALUES (nextval('audio_ids'), ':value') RETURNING id;
-- release 2
