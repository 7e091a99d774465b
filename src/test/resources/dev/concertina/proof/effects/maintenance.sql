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
