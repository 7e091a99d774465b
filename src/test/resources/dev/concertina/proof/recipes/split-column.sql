-- A column is split in two.
-- base
CREATE TABLE person (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL);
INSERT INTO person (name) SELECT n || ' ' || n FROM generate_series(1, 3000) n;
-- rows
SELECT id, split_part(name, ' ', 1) FROM person;
-- migration
ALTER TABLE person ADD COLUMN given text;
ALTER TABLE person ADD COLUMN family text;
UPDATE person SET given = split_part(name, ' ', 1), family = split_part(name, ' ', 2);
ALTER TABLE person DROP COLUMN name;
-- release 0
-- insert
INSERT INTO person (name) VALUES (':value :value') RETURNING id;
-- write
UPDATE person SET name = ':value :value' WHERE id = :key;
-- read
SELECT split_part(name, ' ', 2) FROM person WHERE id = :key;
-- release 1
-- insert
INSERT INTO person (name, given, family) VALUES (':value :value', ':value', ':value') RETURNING id;
-- write
UPDATE person SET name = ':value :value', given = ':value', family = ':value' WHERE id = :key;
-- release 2
-- read
SELECT given FROM person WHERE id = :key AND given = family;
-- release 3
-- insert
INSERT INTO person (given, family) VALUES (':value', ':value') RETURNING id;
-- write
UPDATE person SET given = ':value', family = ':value' WHERE id = :key;
-- release 4
