-- A column gets another name that references another table.
-- base
CREATE TABLE album (id bigint PRIMARY KEY);
INSERT INTO album SELECT generate_series(0, 9);
CREATE TABLE track (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text NOT NULL, album bigint NOT NULL DEFAULT 1 CONSTRAINT track_album_fkey REFERENCES album (id));
INSERT INTO track (title, album) SELECT n, n % 10 FROM generate_series(1, 3000) n;
CREATE INDEX track_album_idx ON track (album);
-- rows
SELECT id, title FROM track;
-- migration
ALTER TABLE track RENAME COLUMN album TO album_id;
-- release 0
-- insert
INSERT INTO track (title, album) VALUES (':value', :value % 10) RETURNING id;
-- write
UPDATE track SET title = ':value', album = :value % 10 WHERE id = :key;
-- read
SELECT title FROM track WHERE id = :key AND album = title::bigint % 10;
-- release 1
-- insert
INSERT INTO track (title, album, album_id) VALUES (':value', :value % 10, :value % 10) RETURNING id;
-- write
UPDATE track SET title = ':value', album = :value % 10, album_id = :value % 10 WHERE id = :key;
-- release 2
-- read
SELECT title FROM track WHERE id = :key AND album_id = title::bigint % 10;
-- release 3
-- insert
INSERT INTO track (title, album_id) VALUES (':value', :value % 10) RETURNING id;
-- write
UPDATE track SET title = ':value', album_id = :value % 10 WHERE id = :key;
-- release 4
