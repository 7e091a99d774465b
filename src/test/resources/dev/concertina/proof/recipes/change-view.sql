-- A view that the running version reads loses a column; the server refuses that as a replacement.
-- base
CREATE TABLE audio (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text NOT NULL, length integer);
INSERT INTO audio (title) SELECT n FROM generate_series(1, 3000) n;
CREATE VIEW listing AS SELECT id, title, length FROM audio;
-- rows
SELECT id, title FROM audio;
-- migration refused
CREATE OR REPLACE VIEW listing AS SELECT id, title FROM audio;
-- release 0
-- insert
INSERT INTO listing (title) VALUES (':value') RETURNING id;
-- write
UPDATE listing SET title = ':value' WHERE id = :key;
-- read
SELECT title FROM listing WHERE id = :key AND (length IS NULL OR length > 0);
-- release 1
-- insert
INSERT INTO listing_new (title) VALUES (':value') RETURNING id;
-- write
UPDATE listing_new SET title = ':value' WHERE id = :key;
-- read
SELECT title FROM listing_new WHERE id = :key;
-- release 2
