-- A primary key that another table references grows to 64 bits.
-- base
CREATE TABLE album (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text NOT NULL);
INSERT INTO album (title) SELECT n FROM generate_series(1, 3000) n;
CREATE TABLE track (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, album_id bigint NOT NULL CONSTRAINT track_album_id_fkey REFERENCES album (id) ON DELETE CASCADE);
INSERT INTO track (album_id) SELECT id FROM album;
-- rows
SELECT id, title FROM album;
-- migration
ALTER TABLE album ALTER COLUMN id TYPE bigint;
-- release 0
-- insert
WITH new AS (INSERT INTO album (title) VALUES (':value') RETURNING id)
INSERT INTO track (album_id) SELECT id FROM new RETURNING album_id;
-- write
UPDATE album SET title = ':value' WHERE id = :key;
-- read
SELECT title FROM album JOIN track ON album_id = album.id WHERE album.id = :key;
-- remove
DELETE FROM album WHERE id = :key;
-- release 1
-- release 2
