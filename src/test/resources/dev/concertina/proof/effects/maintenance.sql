-- # Maintenance

-- case: CLUSTER
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
CLUSTER t USING t_pkey;

-- case: VACUUM FULL
-- while SELECT FROM t
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
VACUUM FULL t;

-- case: VACUUM
-- while LOCK TABLE t IN SHARE UPDATE EXCLUSIVE MODE
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
VACUUM t;

-- case: ANALYZE
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
ANALYZE t;

-- case: LOCK TABLE
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
LOCK TABLE t;

-- case: vacuum in a transaction
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE INDEX ix ON t (c);
-- run
VACUUM t;

-- case: cluster using
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE INDEX ix ON t (c);
INSERT INTO t VALUES (1, 1);
-- run
CLUSTER t USING ix;

-- case: lock view
CREATE TABLE t (id int);
CREATE VIEW v AS SELECT * FROM t;
-- run
LOCK TABLE v;

-- case: LOCK TABLE IN ACCESS SHARE MODE
CREATE TABLE t (id int PRIMARY KEY);
-- run
LOCK TABLE t IN ACCESS SHARE MODE;

-- case: LOCK TABLE IN ROW SHARE MODE
CREATE TABLE t (id int PRIMARY KEY);
-- run
LOCK TABLE t IN ROW SHARE MODE;

-- case: LOCK TABLE IN ROW EXCLUSIVE MODE
CREATE TABLE t (id int PRIMARY KEY);
-- run
LOCK TABLE t IN ROW EXCLUSIVE MODE;

-- case: LOCK TABLE IN SHARE UPDATE EXCLUSIVE MODE
CREATE TABLE t (id int PRIMARY KEY);
-- run
LOCK TABLE t IN SHARE UPDATE EXCLUSIVE MODE;

-- case: LOCK TABLE IN SHARE MODE
CREATE TABLE t (id int PRIMARY KEY);
-- run
LOCK TABLE t IN SHARE MODE;

-- case: LOCK TABLE IN SHARE ROW EXCLUSIVE MODE
CREATE TABLE t (id int PRIMARY KEY);
-- run
LOCK TABLE t IN SHARE ROW EXCLUSIVE MODE;

-- case: LOCK TABLE IN EXCLUSIVE MODE
CREATE TABLE t (id int PRIMARY KEY);
-- run
LOCK TABLE t IN EXCLUSIVE MODE;

-- case: LOCK TABLE NOWAIT
CREATE TABLE t (id int PRIMARY KEY);
-- run
LOCK TABLE t IN ACCESS EXCLUSIVE MODE NOWAIT;

-- case: ANALYZE of everything
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
ANALYZE;

-- case: VACUUM of everything
-- alone
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
VACUUM;

-- case: VACUUM of a partitioned table
-- alone
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
INSERT INTO m VALUES (1);
-- run
VACUUM m;

-- case: VACUUM FULL of a partitioned table
-- alone
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
INSERT INTO m VALUES (1);
-- run
VACUUM FULL m;

-- case: CLUSTER of everything
-- alone
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
CLUSTER;

-- case: CLUSTER of a partitioned table
-- alone
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
CREATE INDEX ix ON m (id);
INSERT INTO m VALUES (1);
-- run
CLUSTER m USING ix;

-- case: a transaction of its own
-- alone
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
BEGIN;
ALTER TABLE t ADD COLUMN c uuid DEFAULT gen_random_uuid();
COMMIT;

-- case: a transaction that is given up
-- alone
CREATE TABLE t (id int PRIMARY KEY);
-- run
BEGIN;
ALTER TABLE t ADD COLUMN c int;
ROLLBACK;

-- case: SET LOCAL
CREATE TABLE t (id int PRIMARY KEY, c timestamp);
INSERT INTO t VALUES (1, '2026-01-01');
-- run
SET LOCAL timezone = 'UTC';
ALTER TABLE t ALTER COLUMN c TYPE timestamptz;

-- case: a statement without effect
-- run
SHOW server_version;
