-- A column that is NOT NULL gets another name.
-- base
CREATE TABLE audio (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, length integer NOT NULL);
INSERT INTO audio (length) SELECT n FROM generate_series(1, 3000) n;
-- rows
SELECT id, length FROM audio;
-- migration
ALTER TABLE audio RENAME COLUMN length TO length_ms;
-- release 0
-- insert
INSERT INTO audio (length) VALUES (:value) RETURNING id;
-- write
UPDATE audio SET length = :value WHERE id = :key;
-- read
SELECT length FROM audio WHERE id = :key;
-- remove
DELETE FROM audio WHERE id = :key;
-- release 1
-- insert
INSERT INTO audio (length, length_ms) VALUES (:value, :value) RETURNING id;
-- write
UPDATE audio SET length = :value, length_ms = :value WHERE id = :key;
-- release 2
-- read
SELECT length_ms FROM audio WHERE id = :key;
-- release 3
-- insert
INSERT INTO audio (length_ms) VALUES (:value) RETURNING id;
-- write
UPDATE audio SET length_ms = :value WHERE id = :key;
-- release 4
