-- A unique key is added over a column in which the running version repeats values.
-- base
CREATE TABLE audio (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text NOT NULL, slug text);
INSERT INTO audio (title, slug) SELECT n, n FROM generate_series(1, 3000) n;
-- rows
SELECT id, title FROM audio;
-- migration
ALTER TABLE audio ADD CONSTRAINT audio_slug_key UNIQUE (slug);
-- after 1
UPDATE audio SET slug = 'audio-' || id WHERE id > :last AND id <= :next AND slug = '1';
-- release 0
-- insert
INSERT INTO audio (title, slug) VALUES (':value', '1') RETURNING id;
-- write
UPDATE audio SET title = ':value' WHERE id = :key;
-- read
SELECT title FROM audio WHERE id = :key;
-- release 1
-- insert
INSERT INTO audio (title, slug) VALUES (':value', ':value') RETURNING id;
-- release 2
