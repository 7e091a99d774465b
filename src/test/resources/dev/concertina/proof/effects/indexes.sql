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

-- case: an index over an expression
CREATE TABLE t (id int PRIMARY KEY, s text);
INSERT INTO t VALUES (1, 'x'), (2, 'y');
-- run
CREATE INDEX ix ON t (lower(s));

-- case: a partial index with more columns in it
CREATE TABLE t (id int PRIMARY KEY, a int, s text);
INSERT INTO t VALUES (1, 1, 'x'), (2, 2, 'y');
-- run
CREATE INDEX ix ON t (a) INCLUDE (s) WHERE a > 0;

-- case: CREATE UNIQUE INDEX NULLS NOT DISTINCT
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
CREATE UNIQUE INDEX ix ON t (a) NULLS NOT DISTINCT;

-- case: CREATE UNIQUE INDEX CONCURRENTLY
-- while LOCK TABLE t IN ROW EXCLUSIVE MODE
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
CREATE UNIQUE INDEX CONCURRENTLY ix ON t (a);

-- case: CREATE INDEX CONCURRENTLY IF NOT EXISTS, and it does
-- alone
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
CREATE INDEX ix ON t (a);
-- run
CREATE INDEX CONCURRENTLY IF NOT EXISTS ix ON t (a);

-- case: CREATE INDEX CONCURRENTLY on a partitioned table
-- alone
CREATE TABLE m (id int) PARTITION BY RANGE (id);
-- run
CREATE INDEX CONCURRENTLY ix ON m (id);

-- case: DROP INDEX CASCADE
CREATE TABLE t (id int PRIMARY KEY, a int);
CREATE INDEX ix ON t (a);
-- run
DROP INDEX ix CASCADE;

-- case: DROP INDEX CONCURRENTLY of a partitioned table's index
-- alone
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE INDEX ix ON m (id);
-- run
DROP INDEX CONCURRENTLY ix;

-- case: REINDEX TABLE CONCURRENTLY
-- while LOCK TABLE t IN ROW EXCLUSIVE MODE
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
REINDEX TABLE CONCURRENTLY t;

-- case: REINDEX SCHEMA
-- alone
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
REINDEX SCHEMA public;

-- case: REINDEX of a partitioned index
-- alone
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
CREATE INDEX ix ON m (id);
INSERT INTO m VALUES (1);
-- run
REINDEX INDEX ix;

-- case: REINDEX of a partitioned table
-- alone
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
CREATE INDEX ix ON m (id);
INSERT INTO m VALUES (1);
-- run
REINDEX TABLE m;

-- case: REINDEX DATABASE in a transaction
-- run
REINDEX DATABASE case_1;

-- case: REINDEX SYSTEM CONCURRENTLY
-- alone
-- run
REINDEX SYSTEM CONCURRENTLY case_1;

-- case: an index moves to another tablespace
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
CREATE INDEX ix ON t (a);
-- run
ALTER INDEX ix SET TABLESPACE elsewhere;

-- case: an index is renamed as if it were a table
CREATE TABLE t (id int PRIMARY KEY, a int);
CREATE INDEX ix ON t (a);
-- run
ALTER TABLE ix RENAME TO ix2;

-- case: storage parameters of an index as if it were a table
CREATE TABLE t (id int PRIMARY KEY, a int);
CREATE INDEX ix ON t (a);
-- run
ALTER TABLE ix SET (fillfactor = 70);

-- case: a tablespace of an index as if it were a table
CREATE TABLE t (id int PRIMARY KEY, a int);
CREATE INDEX ix ON t (a);
-- run
ALTER TABLE ix SET TABLESPACE elsewhere;

-- case: CREATE INDEX IF NOT EXISTS, and it does not
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
CREATE INDEX IF NOT EXISTS ix ON t (a);

-- case: CREATE INDEX ON ONLY a plain table
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
CREATE INDEX ix ON ONLY t (a);

-- case: REINDEX of one schema of two
-- alone
CREATE SCHEMA other;
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
CREATE TABLE other.q (id int PRIMARY KEY);
INSERT INTO other.q VALUES (1), (2);
-- run
REINDEX SCHEMA other;

-- case: DROP INDEX of a partitioned table with another index
CREATE TABLE m (id int, v int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
CREATE INDEX ix ON m (id);
CREATE INDEX iy ON m (v);
-- run
DROP INDEX ix;

-- case: DROP INDEX CONCURRENTLY with CASCADE
-- alone
CREATE TABLE t (id int PRIMARY KEY, c int);
INSERT INTO t VALUES (1, 1);
CREATE INDEX ix ON t (c);
-- run
DROP INDEX CONCURRENTLY ix CASCADE;

-- case: REINDEX of an index that no script shows
-- unknown: which table it belongs to can't be known
CREATE TABLE t (id int PRIMARY KEY, c int);
INSERT INTO t VALUES (1, 1);
DO $$ BEGIN EXECUTE format('CREATE INDEX %I ON t (c)', 'hidden'); END $$;
-- run
REINDEX INDEX hidden;
