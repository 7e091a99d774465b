-- A foreign key is added; the running version still writes children without a parent.
-- base
CREATE TABLE album (id bigint PRIMARY KEY);
CREATE TABLE track (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text NOT NULL, album_id bigint);
INSERT INTO album SELECT generate_series(1, 100);
INSERT INTO track (title, album_id) SELECT n, 1 + n % 100 FROM generate_series(1, 3000) n;
CREATE INDEX ON track (album_id);
-- rows
SELECT id, title FROM track;
-- migration
ALTER TABLE track ADD CONSTRAINT track_album_fk FOREIGN KEY (album_id) REFERENCES album (id);
-- after 1
UPDATE track SET album_id = NULL WHERE id > :last AND id <= :next AND NOT EXISTS (SELECT FROM album WHERE album.id = album_id);
-- release 0
-- insert
INSERT INTO track (title, album_id) VALUES (':value', 0) RETURNING id;
-- write
UPDATE track SET title = ':value' WHERE id = :key;
-- read
SELECT title FROM track WHERE id = :key;
-- release 1
-- insert
INSERT INTO track (title, album_id) VALUES (':value', 7) RETURNING id;
-- release 2
