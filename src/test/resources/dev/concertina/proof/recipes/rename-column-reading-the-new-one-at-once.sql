-- The guide to the letter, in its second step: the release that starts to write both columns reads
-- the new one first. An old instance then updates a row that a new one has filled.
-- base
CREATE TABLE audio (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, length integer);
INSERT INTO audio (length) SELECT n FROM generate_series(1, 3000) n;
-- rows
SELECT id, length FROM audio;
-- migration
ALTER TABLE audio RENAME COLUMN length TO length_ms;
-- harm stale
-- before 1
ALTER TABLE audio ADD COLUMN length_ms integer;
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
-- read
SELECT coalesce(length_ms, length) FROM audio WHERE id = :key;
