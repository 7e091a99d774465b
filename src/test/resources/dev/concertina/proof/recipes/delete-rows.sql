-- Rows that nobody reads are deleted in one statement.
-- base
CREATE TABLE audio (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text NOT NULL, hidden boolean NOT NULL);
INSERT INTO audio (title, hidden) SELECT n, n % 3 = 1 FROM generate_series(1, 3000) n;
-- rows
SELECT id, title FROM audio WHERE NOT hidden;
-- migration
DELETE FROM audio WHERE hidden;
-- release 0
-- insert
INSERT INTO audio (title, hidden) VALUES (':value', true);
INSERT INTO audio (title, hidden) VALUES (':value', false) RETURNING id;
-- write
UPDATE audio SET title = ':value' WHERE id = :key;
-- read
SELECT title FROM audio WHERE id = :key AND NOT hidden;
-- release 1
-- insert
INSERT INTO audio (title, hidden) VALUES (':value', false) RETURNING id;
