-- The guide to the letter, in its fourth step: the old column is dropped by the deploy whose code
-- stops to use it. The release before still writes it.
-- base
CREATE TABLE audio (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, length integer);
INSERT INTO audio (length) SELECT n FROM generate_series(1, 3000) n;
-- rows
SELECT id, length FROM audio;
-- migration
ALTER TABLE audio RENAME COLUMN length TO length_ms;
-- harm failed
-- before 1
ALTER TABLE audio ADD COLUMN length_ms integer;
-- after 1
UPDATE audio SET length_ms = length WHERE length_ms IS DISTINCT FROM length;
-- before 3
ALTER TABLE audio DROP COLUMN length;
-- release 0
-- insert
INSERT INTO audio (length) VALUES (:value) RETURNING id;
-- write
UPDATE audio SET length = :value WHERE id = :key;
-- read
SELECT length FROM audio WHERE id = :key;
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
