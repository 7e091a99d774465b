-- # Routines, triggers, policies and rules

-- case: CREATE TRIGGER
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
-- run
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();

-- case: DROP TRIGGER
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
-- run
DROP TRIGGER tr ON t;

-- case: DISABLE TRIGGER
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
-- run
ALTER TABLE t DISABLE TRIGGER tr;

-- case: CREATE POLICY
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
CREATE POLICY po ON t USING (true);

-- case: CREATE RULE
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
CREATE RULE ru AS ON DELETE TO t DO INSTEAD NOTHING;

-- case: comment trigger
CREATE FUNCTION f() RETURNS TRIGGER LANGUAGE plpgsql AS 'begin return new; end';
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE TRIGGER tr BEFORE UPDATE OF c ON t FOR EACH ROW EXECUTE FUNCTION f();
-- run
COMMENT ON TRIGGER tr ON t IS 'x';

-- case: comment policy
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE POLICY p ON t;
-- run
COMMENT ON POLICY p ON t IS 'x';

-- case: rename trigger
CREATE FUNCTION f() RETURNS TRIGGER LANGUAGE plpgsql AS 'begin return new; end';
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE TRIGGER tr BEFORE UPDATE OF c ON t FOR EACH ROW EXECUTE FUNCTION f();
-- run
ALTER TRIGGER tr ON t RENAME TO tr2;

-- case: enable always trigger
CREATE FUNCTION f() RETURNS TRIGGER LANGUAGE plpgsql AS 'begin return new; end';
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE TRIGGER tr BEFORE UPDATE OF c ON t FOR EACH ROW EXECUTE FUNCTION f();
-- run
ALTER TABLE t ENABLE ALWAYS TRIGGER tr;

-- case: rename policy
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE POLICY p ON t;
-- run
ALTER POLICY p ON t RENAME TO q;

-- case: alter policy
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE POLICY p ON t;
-- run
ALTER POLICY p ON t USING (true);

-- case: drop policy
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE POLICY p ON t;
-- run
DROP POLICY p ON t;

-- case: drop rule
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE RULE ru AS ON DELETE TO t DO INSTEAD NOTHING;
-- run
DROP RULE ru ON t;

-- case: rename rule
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE RULE ru AS ON DELETE TO t DO INSTEAD NOTHING;
-- run
ALTER RULE ru ON t RENAME TO ru2;

-- case: drop function used by trigger cascade
-- unknown: which function a trigger calls
CREATE FUNCTION f() RETURNS TRIGGER LANGUAGE plpgsql AS 'begin return new; end';
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE TRIGGER tr BEFORE UPDATE OF c ON t FOR EACH ROW EXECUTE FUNCTION f();
-- run
DROP FUNCTION f CASCADE;

-- case: replace function
CREATE FUNCTION f() RETURNS TRIGGER LANGUAGE plpgsql AS 'begin return new; end';
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE TRIGGER tr BEFORE UPDATE OF c ON t FOR EACH ROW EXECUTE FUNCTION f();
-- run
CREATE OR REPLACE FUNCTION f() RETURNS TRIGGER LANGUAGE plpgsql AS 'begin return old; end';

-- case: disable trigger all
CREATE TABLE t (id int PRIMARY KEY, c int NOT NULL);
-- run
ALTER TABLE t DISABLE TRIGGER ALL;

-- case: disable rule
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE RULE ru AS ON DELETE TO t DO INSTEAD NOTHING;
-- run
ALTER TABLE t DISABLE RULE ru;

-- case: create trigger on view
CREATE FUNCTION f() RETURNS TRIGGER LANGUAGE plpgsql AS 'begin return new; end';
CREATE TABLE t (id int);
CREATE VIEW v AS SELECT * FROM t;
-- run
CREATE TRIGGER tr INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION f();

-- case: create rule on view
CREATE TABLE t (id int);
CREATE VIEW v AS SELECT * FROM t;
-- run
CREATE RULE ru AS ON INSERT TO v DO INSTEAD NOTHING;
