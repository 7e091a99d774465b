-- A function that the running version calls takes another argument.
-- base
CREATE TABLE audio (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text NOT NULL);
INSERT INTO audio (title) SELECT n FROM generate_series(1, 3000) n;
CREATE FUNCTION title_of(key bigint) RETURNS text LANGUAGE sql AS 'SELECT title FROM audio WHERE id = key';
-- rows
SELECT id, title FROM audio;
-- migration
DROP FUNCTION title_of(bigint);
CREATE FUNCTION title_of(key bigint, prefix text) RETURNS text LANGUAGE sql AS 'SELECT prefix || title FROM audio WHERE id = key';
-- release 0
-- insert
INSERT INTO audio (title) VALUES (':value') RETURNING id;
-- write
UPDATE audio SET title = ':value' WHERE id = :key;
-- read
SELECT title_of(:key);
-- release 1
-- read
SELECT title_of_new(:key, '');
-- release 2
