-- A constraint is added to a domain that rows of the running version break.
-- base
CREATE DOMAIN price AS integer;
CREATE TABLE audio (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text NOT NULL, cost price);
INSERT INTO audio (title, cost) SELECT n, n FROM generate_series(1, 3000) n;
-- rows
SELECT id, title FROM audio;
-- migration
ALTER DOMAIN price ADD CONSTRAINT price_positive CHECK (VALUE > 0);
-- release 0
-- insert
INSERT INTO audio (title, cost) VALUES (':value', 0) RETURNING id;
-- write
UPDATE audio SET title = ':value' WHERE id = :key;
-- read
SELECT title FROM audio WHERE id = :key;
-- release 1
-- insert
INSERT INTO audio (title, cost) VALUES (':value', 3) RETURNING id;
-- release 2
