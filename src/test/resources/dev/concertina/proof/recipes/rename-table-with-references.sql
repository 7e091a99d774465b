-- A table gets another name that has a sequence of its own, and that another table references.
-- base
CREATE TABLE album (id serial PRIMARY KEY, title text NOT NULL);
INSERT INTO album (title) SELECT n FROM generate_series(1, 3000) n;
CREATE TABLE track (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, album_id integer NOT NULL REFERENCES album (id) ON DELETE CASCADE);
INSERT INTO track (album_id) SELECT id FROM album;
-- rows
SELECT id, title FROM album;
-- migration
ALTER TABLE album RENAME TO record;
-- release 0
-- insert
INSERT INTO album (title) VALUES (':value') RETURNING id;
-- write
UPDATE album SET title = ':value' WHERE id = :key;
INSERT INTO track (album_id) SELECT id FROM album WHERE id = :key;
-- read
SELECT title FROM album WHERE id = :key;
-- remove
DELETE FROM album WHERE id = :key;
-- release 1
-- insert
INSERT INTO record (title) VALUES (':value') RETURNING id;
-- write
UPDATE record SET title = ':value' WHERE id = :key;
INSERT INTO track (album_id) SELECT id FROM record WHERE id = :key;
-- read
SELECT title FROM record WHERE id = :key;
-- remove
DELETE FROM record WHERE id = :key;
-- release 2
