-- # Sequences, types and other objects

-- case: COMMENT ON TABLE
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
COMMENT ON TABLE t IS 'x';

-- case: COMMENT ON COLUMN
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
COMMENT ON COLUMN t.a IS 'x';

-- case: GRANT
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
GRANT SELECT ON t TO PUBLIC;

-- case: CREATE STATISTICS
CREATE TABLE t (id int PRIMARY KEY, a int, b bigint);
INSERT INTO t VALUES (1, 1, 1), (2, 2, 2);
-- run
CREATE STATISTICS st ON a, b FROM t;

-- case: ALTER TYPE ADD VALUE
CREATE TYPE e AS ENUM ('a', 'b');
-- run
ALTER TYPE e ADD VALUE 'c';

-- case: ALTER DOMAIN ADD CONSTRAINT
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
CREATE DOMAIN d AS int;
ALTER TABLE t ADD COLUMN c d;
-- run
ALTER DOMAIN d ADD CONSTRAINT dc CHECK (VALUE > 0);

-- case: ALTER DOMAIN ADD CONSTRAINT NOT VALID
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
CREATE DOMAIN d AS int;
ALTER TABLE t ADD COLUMN c d;
-- run
ALTER DOMAIN d ADD CONSTRAINT dc CHECK (VALUE > 0) NOT VALID;

-- case: CREATE PUBLICATION FOR TABLE
-- unknown: the tables of a publication
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
CREATE PUBLICATION pu FOR TABLE t;

-- case: CREATE SEQUENCE OWNED BY
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
CREATE SEQUENCE sq OWNED BY t.a;

-- case: ALTER SEQUENCE AS bigint
CREATE SEQUENCE sq AS int;
-- run
ALTER SEQUENCE sq AS bigint;

-- case: drop sequence owned cascade
CREATE TABLE t (id serial PRIMARY KEY, c int);
-- run
DROP SEQUENCE t_id_seq CASCADE;

-- case: alter sequence rename
CREATE SEQUENCE s;
-- run
ALTER SEQUENCE s RENAME TO s3;

-- case: alter sequence owner
CREATE SEQUENCE s;
-- run
ALTER SEQUENCE s OWNER TO postgres;

-- case: alter sequence owned by
CREATE SEQUENCE s;
CREATE TABLE t (id int PRIMARY KEY);
-- run
ALTER SEQUENCE s OWNED BY t.id;

-- case: alter sequence owned by none
CREATE TABLE t (id serial PRIMARY KEY);
-- run
ALTER SEQUENCE t_id_seq OWNED BY none;

-- case: alter sequence restart
CREATE SEQUENCE s;
-- run
ALTER SEQUENCE s RESTART;

-- case: alter sequence set schema
CREATE SEQUENCE s;
CREATE SCHEMA IF NOT EXISTS s2;
-- run
ALTER SEQUENCE s SET SCHEMA s2;

-- case: drop sequence
CREATE SEQUENCE s;
-- run
DROP SEQUENCE s;

-- case: grant sequence
CREATE SEQUENCE s;
-- run
GRANT ALL ON s TO PUBLIC;

-- case: revoke table
CREATE TABLE t (id int);
-- run
REVOKE ALL ON t FROM PUBLIC;

-- case: grant column
CREATE TABLE t (id int);
-- run
GRANT SELECT(id) ON t TO PUBLIC;

-- case: grant all tables
CREATE TABLE t (id int);
-- run
GRANT ALL ON ALL TABLES IN SCHEMA PUBLIC TO PUBLIC;

-- case: comment view
CREATE TABLE t (id int);
CREATE VIEW v AS SELECT 1;
-- run
COMMENT ON VIEW v IS 'x';

-- case: comment index
CREATE TABLE t (id int PRIMARY KEY);
-- run
COMMENT ON INDEX t_pkey IS 'x';

-- case: comment constraint
CREATE TABLE t (id int PRIMARY KEY);
-- run
COMMENT ON CONSTRAINT t_pkey ON t IS 'x';

-- case: comment sequence
CREATE SEQUENCE s;
-- run
COMMENT ON SEQUENCE s IS 'x';

-- case: drop statistics
-- unknown: the table of a statistics object
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE STATISTICS st ON id, c FROM t;
-- run
DROP STATISTICS st;

-- case: alter statistics
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE STATISTICS st ON id, c FROM t;
-- run
ALTER STATISTICS st SET STATISTICS 10;

-- case: drop type cascade
CREATE TYPE e AS ENUM('a');
CREATE TABLE t (id int PRIMARY KEY, c e);
-- run
DROP TYPE e CASCADE;

-- case: rename type
CREATE TYPE e AS ENUM('a');
CREATE TABLE t (id int PRIMARY KEY, c e);
-- run
ALTER TYPE e RENAME TO e2;

-- case: rename value
CREATE TYPE e AS ENUM('a');
CREATE TABLE t (id int PRIMARY KEY, c e);
-- run
ALTER TYPE e RENAME VALUE 'a' TO 'b';

-- case: composite add attribute
-- unknown: that a composite type is a relation
CREATE TYPE ct AS (a int);
CREATE TABLE t (id int PRIMARY KEY, c int);
-- run
ALTER TYPE ct ADD ATTRIBUTE b int;

-- case: composite add attribute used
-- unknown: that a composite type is a relation
CREATE TYPE ct AS (a int);
CREATE TABLE t (id int PRIMARY KEY, c ct);
-- run
ALTER TYPE ct ADD ATTRIBUTE b int;

-- case: composite alter attribute used
-- unknown: that a composite type is a relation
CREATE TYPE ct AS (a int);
CREATE TABLE t (id int PRIMARY KEY, c ct);
-- run
ALTER TYPE ct ALTER ATTRIBUTE a TYPE bigint;

-- case: domain set not null
CREATE DOMAIN d int;
CREATE TABLE t (id int PRIMARY KEY, c d);
INSERT INTO t VALUES (1, 1);
-- run
ALTER DOMAIN d SET NOT NULL;

-- case: domain validate
CREATE DOMAIN d int;
CREATE TABLE t (id int PRIMARY KEY, c d);
INSERT INTO t VALUES (1, 1);
ALTER DOMAIN d ADD CONSTRAINT x CHECK (VALUE > 0) NOT VALID;
-- run
ALTER DOMAIN d VALIDATE CONSTRAINT x;

-- case: domain drop constraint
CREATE DOMAIN d int CONSTRAINT x CHECK (VALUE > 0);
CREATE TABLE t (id int PRIMARY KEY, c d);
INSERT INTO t VALUES (1, 1);
-- run
ALTER DOMAIN d DROP CONSTRAINT x;

-- case: domain set default
CREATE DOMAIN d int CONSTRAINT x CHECK (VALUE > 0);
CREATE TABLE t (id int PRIMARY KEY, c d);
INSERT INTO t VALUES (1, 1);
-- run
ALTER DOMAIN d SET DEFAULT 1;

-- case: domain drop not null
CREATE DOMAIN d int NOT NULL;
CREATE TABLE t (id int PRIMARY KEY, c d);
INSERT INTO t VALUES (1, 1);
-- run
ALTER DOMAIN d DROP NOT NULL;

-- case: drop domain cascade
CREATE DOMAIN d int NOT NULL;
CREATE TABLE t (id int PRIMARY KEY, c d);
INSERT INTO t VALUES (1, 1);
-- run
DROP DOMAIN d CASCADE;

-- case: alter publication add table
-- unknown: the tables of a publication
CREATE PUBLICATION pb9;
CREATE TABLE t (id int);
-- run
ALTER PUBLICATION pb9 ADD TABLE t;

-- case: CREATE TYPE AS ENUM
-- run
CREATE TYPE e AS ENUM ('a', 'b');

-- case: ADD VALUE IF NOT EXISTS
CREATE TYPE e AS ENUM ('a', 'b');
-- run
ALTER TYPE e ADD VALUE IF NOT EXISTS 'b';

-- case: a type gets another owner
CREATE TYPE e AS ENUM ('a', 'b');
-- run
ALTER TYPE e OWNER TO somebody;

-- case: a composite type
-- run
CREATE TYPE ct AS (a int);

-- case: DROP TYPE that a column has
CREATE TYPE e AS ENUM ('a');
CREATE TABLE t (id int PRIMARY KEY, c e);
-- run
DROP TYPE e;

-- case: CREATE DOMAIN
-- run
CREATE DOMAIN d AS int NOT NULL CHECK (VALUE > 0);

-- case: a domain that refuses nothing
-- run
CREATE DOMAIN d AS int;

-- case: DROP DEFAULT of a domain
CREATE DOMAIN d AS int DEFAULT 1;
CREATE TABLE t (id int PRIMARY KEY, c d);
-- run
ALTER DOMAIN d DROP DEFAULT;

-- case: a domain's constraint is renamed
CREATE DOMAIN d AS int CONSTRAINT x CHECK (VALUE > 0);
CREATE TABLE t (id int PRIMARY KEY, c d);
-- run
ALTER DOMAIN d RENAME CONSTRAINT x TO y;

-- case: a constraint of a domain over a domain
CREATE DOMAIN d AS int;
CREATE DOMAIN dd AS d;
CREATE TABLE t (id int PRIMARY KEY, c dd);
INSERT INTO t VALUES (1, 1);
-- run
ALTER DOMAIN d ADD CHECK (VALUE > 0);

-- case: CREATE SCHEMA
-- run
CREATE SCHEMA other;

-- case: a schema is renamed
CREATE SCHEMA other;
CREATE TABLE other.t (id int PRIMARY KEY);
-- run
ALTER SCHEMA other RENAME TO another;

-- case: DROP SCHEMA
CREATE SCHEMA other;
CREATE TABLE other.t (id serial PRIMARY KEY);
-- run
DROP SCHEMA other CASCADE;

-- case: DROP SCHEMA that is not empty
CREATE SCHEMA other;
CREATE TABLE other.t (id int PRIMARY KEY);
-- run
DROP SCHEMA other;

-- case: CREATE EXTENSION
-- run
CREATE EXTENSION IF NOT EXISTS citext;

-- case: DROP EXTENSION
CREATE EXTENSION citext;
-- run
DROP EXTENSION citext;

-- case: CREATE SEQUENCE
-- run
CREATE SEQUENCE IF NOT EXISTS s START 5;

-- case: a sequence that is not logged
CREATE SEQUENCE s;
-- run
ALTER SEQUENCE s SET UNLOGGED;

-- case: DROP SEQUENCE that a default calls
CREATE TABLE t (id serial PRIMARY KEY);
-- run
DROP SEQUENCE t_id_seq;

-- case: DROP SEQUENCE IF EXISTS, and it does not
-- cautious: an unknown sequence may be there
-- run
DROP SEQUENCE IF EXISTS nope;

-- case: DROP STATISTICS IF EXISTS, and it does not
-- run
DROP STATISTICS IF EXISTS nope;

-- case: statistics are renamed
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE STATISTICS st ON id, c FROM t;
-- run
ALTER STATISTICS st RENAME TO su;

-- case: a publication of all tables
CREATE TABLE t (id int PRIMARY KEY);
-- run
CREATE PUBLICATION p FOR ALL TABLES;

-- case: DROP PUBLICATION
CREATE TABLE t (id int PRIMARY KEY);
CREATE PUBLICATION p FOR TABLE t;
-- run
DROP PUBLICATION p;

-- case: a subscription that connects nowhere
-- run
CREATE SUBSCRIPTION su CONNECTION 'dbname=nowhere' PUBLICATION p WITH (connect = false);

-- case: a foreign server
CREATE FOREIGN DATA WRAPPER w;
-- run
CREATE SERVER s FOREIGN DATA WRAPPER w;

-- case: a collation
-- run
CREATE COLLATION german (LOCALE = 'C');

-- case: a cast
CREATE FUNCTION c(point) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
-- run
CREATE CAST (point AS int) WITH FUNCTION c(point);

-- case: an operator
-- run
CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4pl);

-- case: a configuration of text search
-- run
CREATE TEXT SEARCH CONFIGURATION plain (COPY = simple);

-- case: a role
-- run
CREATE ROLE nobody_else;

-- case: a role's settings
-- run
ALTER ROLE somebody SET lock_timeout = '1s';

-- case: ALTER DEFAULT PRIVILEGES
-- run
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO somebody;

-- case: GRANT on a schema
-- run
GRANT USAGE ON SCHEMA public TO somebody;

-- case: GRANT of a role
-- run
GRANT somebody TO postgres;

-- case: a comment on a schema
-- run
COMMENT ON SCHEMA public IS 'x';

-- case: a comment on a type
CREATE TYPE e AS ENUM ('a');
-- run
COMMENT ON TYPE e IS 'x';

-- case: a comment on a constraint of a domain
CREATE DOMAIN d AS int CONSTRAINT x CHECK (VALUE > 0);
-- run
COMMENT ON CONSTRAINT x ON DOMAIN d IS 'x';

-- case: a comment on a materialized view
CREATE MATERIALIZED VIEW mv AS SELECT 1 AS one;
-- run
COMMENT ON MATERIALIZED VIEW mv IS 'x';

-- case: CREATE DATABASE
-- alone
-- run
CREATE DATABASE another;

-- case: CREATE DATABASE in a transaction
-- run
CREATE DATABASE yet_another;

-- case: CREATE TABLESPACE in a transaction
-- run
CREATE TABLESPACE here LOCATION '/tmp/here';

-- case: ALTER SYSTEM in a transaction
-- run
ALTER SYSTEM SET work_mem = '8MB';

-- case: DROP SCHEMA beside another
CREATE SCHEMA other;
CREATE TABLE other.q (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY);
-- run
DROP SCHEMA other CASCADE;

-- case: DROP SEQUENCE that a column owns and does not call
CREATE TABLE t (id int PRIMARY KEY);
CREATE SEQUENCE s OWNED BY t.id;
-- run
DROP SEQUENCE s;

-- case: a domain that no script shows gets a check
-- cautious: which tables use it can't be known
DO $$ BEGIN EXECUTE format('CREATE DOMAIN %I AS int', 'hidden'); END $$;
CREATE TABLE t (id int PRIMARY KEY, c int);
INSERT INTO t VALUES (1, 1);
-- run
ALTER DOMAIN hidden ADD CONSTRAINT positive CHECK (VALUE > 0);

-- case: VALIDATE of a domain over an array
CREATE DOMAIN d AS int[];
CREATE TABLE t (id int PRIMARY KEY, c d);
INSERT INTO t VALUES (1, ARRAY[1]);
-- run
ALTER DOMAIN d ADD CHECK (array_length(VALUE, 1) < 5);

-- case: an attribute of a type gets another name
-- unknown: that a composite type is a relation
CREATE TYPE ty AS (a int);
-- run
ALTER TYPE ty RENAME ATTRIBUTE a TO b;

-- case: an attribute of the type of a typed table gets another name
-- unknown: which tables are of a type
CREATE TYPE ty AS (a int);
CREATE TABLE t OF ty;
INSERT INTO t VALUES (1), (2);
-- run
ALTER TYPE ty RENAME ATTRIBUTE a TO b CASCADE;

-- case: the owner of a tablespace
-- run
ALTER TABLESPACE elsewhere OWNER TO somebody;

-- case: a comment on a language
-- run
COMMENT ON LANGUAGE plpgsql IS 'x';

-- case: a subscription that makes no slot
-- run
CREATE SUBSCRIPTION sub CONNECTION 'dbname=nowhere' PUBLICATION pub WITH (connect = false);

-- case: a subscription that makes a slot
-- run
CREATE SUBSCRIPTION sub CONNECTION 'dbname=nowhere' PUBLICATION pub;

-- case: a comment on a subscription
CREATE SUBSCRIPTION sub CONNECTION 'dbname=nowhere' PUBLICATION pub WITH (connect = false, slot_name = NONE);
-- run
COMMENT ON SUBSCRIPTION sub IS 'x';
