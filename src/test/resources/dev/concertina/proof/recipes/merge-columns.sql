-- Two columns are merged into one.
-- base
CREATE TABLE person (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, given text NOT NULL, family text NOT NULL);
INSERT INTO person (given, family) SELECT n, n FROM generate_series(1, 3000) n;
-- rows
SELECT id, given FROM person;
-- migration
ALTER TABLE person ADD COLUMN name text;
UPDATE person SET name = given || ' ' || family;
ALTER TABLE person DROP COLUMN given;
ALTER TABLE person DROP COLUMN family;
-- release 0
-- insert
INSERT INTO person (given, family) VALUES (':value', ':value') RETURNING id;
-- write
UPDATE person SET given = ':value', family = ':value' WHERE id = :key;
-- read
SELECT given FROM person WHERE id = :key AND given = family;
-- release 1
-- insert
INSERT INTO person (given, family, name) VALUES (':value', ':value', ':value :value') RETURNING id;
-- write
UPDATE person SET given = ':value', family = ':value', name = ':value :value' WHERE id = :key;
-- release 2
-- read
SELECT split_part(name, ' ', 2) FROM person WHERE id = :key;
-- release 3
-- insert
INSERT INTO person (name) VALUES (':value :value') RETURNING id;
-- write
UPDATE person SET name = ':value :value' WHERE id = :key;
-- release 4
