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

-- case: CREATE FUNCTION
-- unknown: what is locked while the body of an SQL function is checked
CREATE TABLE t (id int PRIMARY KEY);
-- run
CREATE FUNCTION g() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM t';

-- case: CREATE PROCEDURE
-- run
CREATE PROCEDURE p() LANGUAGE plpgsql AS 'BEGIN COMMIT; END';

-- case: CREATE OR REPLACE TRIGGER
CREATE TABLE t (id int PRIMARY KEY);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
-- run
CREATE OR REPLACE TRIGGER tr BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();

-- case: CREATE CONSTRAINT TRIGGER
CREATE TABLE t (id int PRIMARY KEY);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
-- run
CREATE CONSTRAINT TRIGGER tr AFTER INSERT ON t DEFERRABLE FOR EACH ROW EXECUTE FUNCTION f();

-- case: DROP TRIGGER IF EXISTS, and it does not
-- cautious: an unknown trigger may be there
CREATE TABLE t (id int PRIMARY KEY);
-- run
DROP TRIGGER IF EXISTS tr ON t CASCADE;

-- case: ENABLE RULE
CREATE TABLE t (id int PRIMARY KEY);
CREATE RULE ru AS ON DELETE TO t DO INSTEAD NOTHING;
-- run
ALTER TABLE t ENABLE ALWAYS RULE ru;

-- case: ALTER FUNCTION
CREATE FUNCTION g() RETURNS int LANGUAGE sql AS 'SELECT 1';
-- run
ALTER FUNCTION g() STABLE;

-- case: a function is renamed
CREATE FUNCTION g() RETURNS int LANGUAGE sql AS 'SELECT 1';
-- run
ALTER FUNCTION g() RENAME TO h;

-- case: a function moves to another schema
CREATE SCHEMA other;
CREATE FUNCTION g() RETURNS int LANGUAGE sql AS 'SELECT 1';
-- run
ALTER FUNCTION g() SET SCHEMA other;

-- case: DROP PROCEDURE
CREATE PROCEDURE p() LANGUAGE plpgsql AS 'BEGIN NULL; END';
-- run
DROP PROCEDURE p();

-- case: an aggregate
-- run
CREATE AGGREGATE total (int) (SFUNC = int4pl, STYPE = int, INITCOND = '0');

-- case: an event trigger
CREATE FUNCTION e() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN NULL; END';
-- run
CREATE EVENT TRIGGER ev ON ddl_command_end EXECUTE FUNCTION e();

-- case: DO with a statement in it
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
DO $$ BEGIN
  ALTER TABLE t ADD COLUMN c uuid DEFAULT gen_random_uuid();
  CREATE INDEX ix ON t (c);
END $$;

-- case: DO with a statement that is put together when it runs
-- unknown: what a string says that is put together when it runs
CREATE TABLE t (id int PRIMARY KEY);
-- run
DO $$ BEGIN EXECUTE format('ALTER TABLE %I ADD COLUMN c int', 't'); END $$;

-- case: CALL
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
CREATE PROCEDURE p() LANGUAGE plpgsql AS 'BEGIN ALTER TABLE t ADD COLUMN c int; END';
-- run
CALL p();

-- case: CALL of a procedure that commits
-- alone
CREATE TABLE t (id int PRIMARY KEY);
CREATE PROCEDURE p() LANGUAGE plpgsql AS 'BEGIN UPDATE t SET id = id; COMMIT; END';
-- run
CALL p();

-- case: SELECT of a function that changes rows
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
CREATE FUNCTION g() RETURNS void LANGUAGE plpgsql AS 'BEGIN UPDATE t SET a = 0; END';
-- run
SELECT g();

-- case: a comment on a rule
CREATE TABLE t (id int PRIMARY KEY);
CREATE RULE ru AS ON DELETE TO t DO INSTEAD NOTHING;
-- run
COMMENT ON RULE ru ON t IS 'x';

-- case: a comment on a function
CREATE FUNCTION g() RETURNS int LANGUAGE sql AS 'SELECT 1';
-- run
COMMENT ON FUNCTION g() IS 'x';

-- case: GRANT on a function
CREATE FUNCTION g() RETURNS int LANGUAGE sql AS 'SELECT 1';
-- run
GRANT EXECUTE ON FUNCTION g() TO somebody;

-- case: DO that works in batches
-- alone
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
DO $$ BEGIN
  LOOP
    UPDATE t SET a = 0 WHERE a > 0;
    EXIT WHEN NOT FOUND;
    COMMIT;
  END LOOP;
END $$;

-- case: a trigger depends on an extension
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
-- run
ALTER TRIGGER tr ON t DEPENDS ON EXTENSION plpgsql;

-- case: a procedure that calls itself
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1);
CREATE PROCEDURE p(n int) LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO t VALUES (n);
  IF n > 2 THEN
    CALL p(n - 1);
  END IF;
END $$;
-- run
CALL p(4);

-- case: a block that writes to what it then alters
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1);
-- run
DO $$ BEGIN
  UPDATE t SET id = 2 WHERE id = 1;
  ALTER TABLE t ADD COLUMN c int;
END $$;

-- case: a block with a statement that is refused
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1);
-- run
DO $$ BEGIN
  ALTER TABLE t ADD COLUMN c int NOT NULL;
END $$;
