-- A default changes on which the running version counts.
-- base
CREATE TABLE audio (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text NOT NULL, rating integer NOT NULL DEFAULT 1);
INSERT INTO audio (title) SELECT n FROM generate_series(1, 3000) n;
-- rows
SELECT id, title FROM audio;
-- migration
ALTER TABLE audio ALTER COLUMN rating SET DEFAULT 5;
-- release 0
-- insert
INSERT INTO audio (title) VALUES (':value') RETURNING id;
-- read
SELECT title FROM audio WHERE id = :key AND rating = 1;
-- release 1
-- insert
INSERT INTO audio (title, rating) VALUES (':value', 1) RETURNING id;
-- release 2
