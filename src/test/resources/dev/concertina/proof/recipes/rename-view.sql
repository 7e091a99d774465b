-- A view gets another name.
-- base
CREATE TABLE audio (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text NOT NULL);
INSERT INTO audio (title) SELECT n FROM generate_series(1, 3000) n;
CREATE VIEW listing AS SELECT id, title FROM audio;
-- rows
SELECT id, title FROM audio;
-- migration
ALTER VIEW listing RENAME TO catalog;
-- release 0
-- insert
INSERT INTO listing (title) VALUES (':value') RETURNING id;
-- write
UPDATE listing SET title = ':value' WHERE id = :key;
-- read
SELECT title FROM listing WHERE id = :key;
-- release 1
-- insert
INSERT INTO catalog (title) VALUES (':value') RETURNING id;
-- write
UPDATE catalog SET title = ':value' WHERE id = :key;
-- read
SELECT title FROM catalog WHERE id = :key;
-- release 2
