-- A view that the running version reads loses a column.
-- base
CREATE TABLE audio (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text NOT NULL, length integer);
INSERT INTO audio (title) SELECT n FROM generate_series(1, 3000) n;
CREATE VIEW listing AS SELECT id, title, length FROM audio;
-- rows
SELECT id, title FROM audio;
-- migration
DROP VIEW listing;
CREATE VIEW listing AS SELECT id, title FROM audio;
-- release 0
-- insert
INSERT INTO audio (title) VALUES (':value') RETURNING id;
-- write
UPDATE audio SET title = ':value' WHERE id = :key;
-- read
SELECT title || left(length::text, 0) FROM (SELECT id, title, coalesce(length, 0) AS length FROM listing) l WHERE id = :key;
-- release 1
-- read
SELECT title FROM listing_new WHERE id = :key;
-- release 2
