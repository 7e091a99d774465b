-- A column gets another name that has a default, a check, a unique key and an index.
-- base
CREATE TABLE track (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title bigint NOT NULL DEFAULT 0 CONSTRAINT track_title_key UNIQUE CONSTRAINT track_title_check CHECK (title >= 0));
INSERT INTO track (title) SELECT n FROM generate_series(1, 3000) n;
CREATE INDEX track_title_even_idx ON track (title) WHERE title % 2 = 0;
-- rows
SELECT id, title FROM track;
-- migration
ALTER TABLE track RENAME COLUMN title TO number;
-- release 0
-- insert
INSERT INTO track (title) VALUES (:value) RETURNING id;
-- write
UPDATE track SET title = :value WHERE id = :key;
-- read
SELECT title FROM track WHERE id = :key;
-- remove
DELETE FROM track WHERE id = :key;
-- release 1
-- insert
INSERT INTO track (title, number) VALUES (:value, :value) RETURNING id;
-- write
UPDATE track SET title = :value, number = :value WHERE id = :key;
-- release 2
-- insert
INSERT INTO track (title, number) VALUES (:value, :value) ON CONFLICT (number) DO UPDATE SET title = excluded.title RETURNING id;
-- read
SELECT number FROM track WHERE id = :key;
-- release 3
-- insert
INSERT INTO track (number) VALUES (:value) ON CONFLICT (number) DO UPDATE SET number = excluded.number RETURNING id;
-- write
UPDATE track SET number = :value WHERE id = :key;
-- release 4
