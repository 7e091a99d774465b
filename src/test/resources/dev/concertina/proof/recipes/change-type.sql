-- A column's type changes from a number to a text.
-- base
CREATE TABLE audio (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, length integer NOT NULL);
INSERT INTO audio (length) SELECT n FROM generate_series(1, 3000) n;
-- rows
SELECT id, length FROM audio;
-- migration
ALTER TABLE audio ALTER COLUMN length TYPE text;
-- release 0
-- insert
INSERT INTO audio (length) VALUES (:value + 0) RETURNING id;
-- write
UPDATE audio SET length = :value + 0 WHERE id = :key;
-- read
SELECT length + 0 FROM audio WHERE id = :key;
-- release 1
-- insert
INSERT INTO audio (length, length_new) VALUES (:value, ':value') RETURNING id;
-- write
UPDATE audio SET length = :value, length_new = ':value' WHERE id = :key;
-- release 2
-- read
SELECT length_new || '' FROM audio WHERE id = :key;
-- release 3
-- insert
INSERT INTO audio (length_new) VALUES (':value') RETURNING id;
-- write
UPDATE audio SET length_new = ':value' WHERE id = :key;
-- release 4
