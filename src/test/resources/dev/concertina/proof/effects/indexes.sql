-- # Indexes

-- case: CREATE INDEX
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
CREATE INDEX ix ON t (a);

-- case: CREATE UNIQUE INDEX
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
CREATE UNIQUE INDEX ix ON t (a);

-- case: CREATE INDEX CONCURRENTLY
-- while LOCK TABLE t IN ROW EXCLUSIVE MODE
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
CREATE INDEX CONCURRENTLY ix ON t (a);

-- case: DROP INDEX
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
CREATE INDEX ix ON t (a);
-- run
DROP INDEX ix;

-- case: DROP INDEX CONCURRENTLY
-- while LOCK TABLE t IN ROW EXCLUSIVE MODE
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
CREATE INDEX ix ON t (a);
-- run
DROP INDEX CONCURRENTLY ix;

-- case: REINDEX INDEX
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
CREATE INDEX ix ON t (a);
-- run
REINDEX INDEX ix;

-- case: REINDEX TABLE
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
CREATE INDEX ix ON t (a);
-- run
REINDEX TABLE t;

-- case: REINDEX INDEX CONCURRENTLY
-- while LOCK TABLE t IN ROW EXCLUSIVE MODE
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
CREATE INDEX ix ON t (a);
-- run
REINDEX INDEX CONCURRENTLY ix;

-- case: ALTER INDEX RENAME
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
CREATE INDEX ix ON t (a);
-- run
ALTER INDEX ix RENAME TO ix2;

-- case: create index on matview
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE MATERIALIZED VIEW v AS SELECT c FROM t;
INSERT INTO t VALUES (1, 1);
REFRESH MATERIALIZED VIEW v;
-- run
CREATE INDEX ix ON v (c);

-- case: index set
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE INDEX ix ON t (c);
-- run
ALTER INDEX ix SET (fillfactor = 50);

-- case: index set tablespace
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE INDEX ix ON t (c);
-- run
ALTER INDEX ix SET TABLESPACE pg_default;

-- case: index statistics
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE INDEX ix ON t ((c + 1));
-- run
ALTER INDEX ix ALTER COLUMN 1 SET STATISTICS 10;

-- case: reindex schema
CREATE TABLE t (id int PRIMARY KEY, c int);
-- run
REINDEX SCHEMA PUBLIC;

-- case: CREATE INDEX CONCURRENTLY in a transaction
CREATE TABLE t (id int PRIMARY KEY, c int);
-- run
CREATE INDEX CONCURRENTLY ix ON t (c);

-- case: DROP INDEX CONCURRENTLY in a transaction
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE INDEX ix ON t (c);
-- run
DROP INDEX CONCURRENTLY ix;

-- case: REINDEX CONCURRENTLY in a transaction
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE INDEX ix ON t (c);
-- run
REINDEX INDEX CONCURRENTLY ix;

-- case: drop index of constraint
CREATE TABLE t (id int PRIMARY KEY, c int);
-- run
DROP INDEX t_pkey;

-- case: drop index IF EXISTS none
-- cautious: an unknown index may be there
CREATE TABLE t (id int PRIMARY KEY, c int);
-- run
DROP INDEX IF EXISTS nope;

-- case: create index if not exists there
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE INDEX ix ON t (c);
-- run
CREATE INDEX IF NOT EXISTS ix ON t (c);
