-- # Tables

-- case: RENAME TABLE
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
ALTER TABLE t RENAME TO t2;

-- case: CREATE TABLE with foreign key
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1), (2);
-- run
CREATE TABLE q (id int PRIMARY KEY, rid int REFERENCES r (id));

-- case: DROP TABLE with foreign key out
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1), (2);
CREATE TABLE q (id int PRIMARY KEY, rid int REFERENCES r (id));
-- run
DROP TABLE q;

-- case: DROP TABLE referenced CASCADE
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1), (2);
CREATE TABLE q (rid int REFERENCES r (id));
-- run
DROP TABLE r CASCADE;

-- case: ALTER TABLE CLUSTER ON
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
ALTER TABLE t CLUSTER ON t_pkey;

-- case: ENABLE ROW LEVEL SECURITY
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
ALTER TABLE t ENABLE ROW LEVEL SECURITY;

-- case: SET (fillfactor)
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
ALTER TABLE t SET (fillfactor = 70);

-- case: SET (autovacuum_enabled)
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
ALTER TABLE t SET (autovacuum_enabled = false);

-- case: SET UNLOGGED
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
ALTER TABLE t SET UNLOGGED;

-- case: SET LOGGED
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
ALTER TABLE t SET UNLOGGED;
-- run
ALTER TABLE t SET LOGGED;

-- case: SET ACCESS METHOD heap
-- cautious: it is the one that the table has, which the schema does not know
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
ALTER TABLE t SET ACCESS METHOD heap;

-- case: SET TABLESPACE pg_default
-- cautious: it is the one that the table has, which the schema does not know
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
ALTER TABLE t SET TABLESPACE pg_default;

-- case: REPLICA IDENTITY FULL
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
ALTER TABLE t REPLICA IDENTITY FULL;

-- case: SET SCHEMA
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
CREATE SCHEMA other;
-- run
ALTER TABLE t SET SCHEMA other;

-- case: OWNER TO
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
ALTER TABLE t OWNER TO somebody;

-- case: INHERIT
CREATE TABLE pa (id int);
CREATE TABLE cb (id int);
-- run
ALTER TABLE cb INHERIT pa;

-- case: TRUNCATE
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
TRUNCATE t;

-- case: TRUNCATE referenced CASCADE
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1), (2);
CREATE TABLE q (rid int REFERENCES r (id));
-- run
TRUNCATE r CASCADE;

-- case: DROP TABLE
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
DROP TABLE t;

-- case: drop table cascade view
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE VIEW v AS SELECT c FROM t;
-- run
DROP TABLE t CASCADE;

-- case: create table like
CREATE TABLE t (id int PRIMARY KEY, c int);
-- run
CREATE TABLE u (LIKE t INCLUDING ALL);

-- case: create table inherits
-- unknown: whether LIKE or INHERITS is written
CREATE TABLE t (id int PRIMARY KEY, c int);
-- run
CREATE TABLE u () INHERITS (t);

-- case: truncate self foreign key
CREATE TABLE r (id int PRIMARY KEY, p int REFERENCES r);
-- run
TRUNCATE r;

-- case: truncate referenced no cascade
-- unknown: whether TRUNCATE names the referencing table as well
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, c int REFERENCES r);
-- run
TRUNCATE r;

-- case: truncate table with foreign key out
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, c int REFERENCES r);
-- run
TRUNCATE t;

-- case: cluster on, then without
CREATE TABLE t (id int PRIMARY KEY, c int);
INSERT INTO t VALUES (1, 1);
-- run
ALTER TABLE t CLUSTER ON t_pkey;
ALTER TABLE t SET WITHOUT CLUSTER;

-- case: create table if not exists there
CREATE TABLE t (id int PRIMARY KEY, c int);
-- run
CREATE TABLE IF NOT EXISTS t(id int);

-- case: no inherit
CREATE TABLE pa (id int);
CREATE TABLE cb () INHERITS(pa);
-- run
ALTER TABLE cb NO INHERIT pa;

-- case: replica identity index
CREATE TABLE t (id int PRIMARY KEY, c int NOT NULL);
CREATE UNIQUE INDEX ix ON t (c);
-- run
ALTER TABLE t REPLICA IDENTITY USING INDEX ix;

-- case: without oids
CREATE TABLE t (id int PRIMARY KEY, c int);
-- run
ALTER TABLE t SET WITHOUT OIDS;

-- case: toast storage param
CREATE TABLE t (id int PRIMARY KEY, c text);
-- run
ALTER TABLE t SET (toast.autovacuum_enabled = false);

-- case: user_catalog_table
CREATE TABLE t (id int PRIMARY KEY, c text);
-- run
ALTER TABLE t SET (user_catalog_table = true);

-- case: of type
-- unknown: that a composite type is a relation
CREATE TYPE ty AS (id int, c text);
CREATE TABLE t (id int, c text);
-- run
ALTER TABLE t OF ty;

-- case: set unlogged with a foreign key
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, c int REFERENCES r);
INSERT INTO r VALUES (1);
INSERT INTO t VALUES (1, 1);
-- run
ALTER TABLE t SET UNLOGGED;

-- case: drop table serial
CREATE TABLE t (id serial PRIMARY KEY);
-- run
DROP TABLE t;

-- case: owner of table with serial
CREATE TABLE t (id serial PRIMARY KEY);
-- run
ALTER TABLE t OWNER TO somebody;

-- case: set schema serial
CREATE SCHEMA IF NOT EXISTS s2;
CREATE TABLE t (id serial PRIMARY KEY);
-- run
ALTER TABLE t SET SCHEMA s2;

-- case: drop table under a view
CREATE TABLE t (id int);
CREATE VIEW v AS SELECT * FROM t;
-- run
DROP TABLE t;

-- case: set logged on logged
CREATE TABLE t (id int PRIMARY KEY);
-- run
ALTER TABLE t SET LOGGED;

-- case: OWNER TO the same owner
-- cautious: the schema does not know the owner
CREATE TABLE t (id serial PRIMARY KEY);
-- run
ALTER TABLE t OWNER TO postgres;

-- case: SET TABLESPACE
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
ALTER TABLE t SET TABLESPACE elsewhere;

-- case: SET ACCESS METHOD
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
ALTER TABLE t SET ACCESS METHOD heap2;

-- case: CREATE UNLOGGED TABLE
-- run
CREATE UNLOGGED TABLE n (id int PRIMARY KEY);

-- case: CREATE TEMPORARY TABLE
CREATE TABLE t (id int PRIMARY KEY);
-- run
CREATE TEMPORARY TABLE n (LIKE t);

-- case: CREATE FOREIGN TABLE
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
-- run
CREATE FOREIGN TABLE ft (id int) SERVER s;

-- case: DROP FOREIGN TABLE
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int) SERVER s;
-- run
DROP FOREIGN TABLE ft;

-- case: an option of a foreign table
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int) SERVER s;
-- run
ALTER FOREIGN TABLE ft OPTIONS (ADD x 'y');

-- case: DROP TABLE IF EXISTS, and it does not
-- cautious: an unknown table may be there
-- run
DROP TABLE IF EXISTS nope;

-- case: RENAME IF EXISTS, and it does not
-- cautious: an unknown table may be there
-- run
ALTER TABLE IF EXISTS nope RENAME TO no;

-- case: DROP TABLE of two that are tied by a foreign key
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, c int REFERENCES r);
-- run
DROP TABLE t, r;

-- case: DROP TABLE that a foreign key references
-- unknown: whether the same statement drops the referencing table
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, c int REFERENCES r);
-- run
DROP TABLE r;

-- case: DROP TABLE with a materialized view on it
CREATE TABLE t (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE INDEX ix ON mv (id);
-- run
DROP TABLE t CASCADE;

-- case: TRUNCATE RESTART IDENTITY
-- unknown: RESTART IDENTITY
CREATE TABLE t (id serial PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
TRUNCATE t RESTART IDENTITY;

-- case: DISABLE ROW LEVEL SECURITY
CREATE TABLE t (id int PRIMARY KEY);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
-- run
ALTER TABLE t DISABLE ROW LEVEL SECURITY;

-- case: FORCE ROW LEVEL SECURITY
CREATE TABLE t (id int PRIMARY KEY);
-- run
ALTER TABLE t FORCE ROW LEVEL SECURITY;

-- case: NO FORCE ROW LEVEL SECURITY
CREATE TABLE t (id int PRIMARY KEY);
-- run
ALTER TABLE t NO FORCE ROW LEVEL SECURITY;

-- case: NOT OF
CREATE TYPE ty AS (id int);
CREATE TABLE t OF ty;
-- run
ALTER TABLE t NOT OF;

-- case: RESET of a storage parameter
CREATE TABLE t (id int PRIMARY KEY) WITH (fillfactor = 70);
-- run
ALTER TABLE t RESET (fillfactor);

-- case: SET SCHEMA of a table with an index and a foreign key
CREATE SCHEMA other;
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, c int REFERENCES r);
CREATE INDEX ix ON t (c);
-- run
ALTER TABLE t SET SCHEMA other;

-- case: a table of another schema
CREATE SCHEMA other;
CREATE TABLE other.t (id int PRIMARY KEY);
INSERT INTO other.t VALUES (1), (2);
-- run
ALTER TABLE other.t ADD COLUMN c uuid DEFAULT gen_random_uuid();

-- case: CREATE TABLE IF NOT EXISTS, and it does not
-- run
CREATE TABLE IF NOT EXISTS n (id int PRIMARY KEY, parent int REFERENCES n (id));

-- case: REPLICA IDENTITY NOTHING
CREATE TABLE t (id int PRIMARY KEY);
-- run
ALTER TABLE t REPLICA IDENTITY NOTHING;

-- case: TRUNCATE CASCADE over two foreign keys
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY REFERENCES r);
CREATE TABLE q (id int REFERENCES t);
-- run
TRUNCATE r CASCADE;

-- case: SET UNLOGGED while a logged table references it
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, c int REFERENCES r);
-- run
ALTER TABLE r SET UNLOGGED;

-- case: SET LOGGED over a foreign key to an unlogged table
CREATE UNLOGGED TABLE r (id int PRIMARY KEY);
CREATE UNLOGGED TABLE t (id int PRIMARY KEY, c int REFERENCES r);
-- run
ALTER TABLE t SET LOGGED;
