-- hazard: an index is built: postgres/blocking-index
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t SELECT n, n FROM generate_series(1, 20) n;
-- read: SELECT FROM t WHERE id = 1
-- write: UPDATE t SET a = 0 WHERE id = 1
-- unsafe: write
CREATE INDEX ix ON t (here(a));
-- safe
CREATE INDEX CONCURRENTLY ix ON t (here(a));

-- hazard: an index is built again: postgres/blocking-reindex
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t SELECT n, n FROM generate_series(1, 20) n;
CREATE INDEX ix ON t (here(a));
-- read: SELECT FROM t WHERE id = 1
-- write: UPDATE t SET a = 0 WHERE id = 1
-- unsafe: read, write
REINDEX INDEX ix;
-- safe
REINDEX INDEX CONCURRENTLY ix;

-- hazard: an index is dropped: postgres/blocking-index-drop
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t SELECT n, n FROM generate_series(1, 20) n;
CREATE INDEX ix ON t (a);
-- read: SELECT FROM t WHERE id = 1
-- write: UPDATE t SET a = 0 WHERE id = 1
-- unsafe: read, write
-- while: SELECT FROM t
DROP INDEX ix;
-- safe
-- while: SELECT FROM t
DROP INDEX CONCURRENTLY ix;

-- hazard: NOT NULL is proved under the lock: postgres/not-null-scan
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t SELECT n, n FROM generate_series(1, 20) n;
-- read: SELECT FROM t WHERE id = 1
-- write: UPDATE t SET a = 0 WHERE id = 1
-- unsafe: read, write
ALTER TABLE t ALTER a SET NOT NULL;
-- safe
ALTER TABLE t ADD CONSTRAINT given CHECK (here(a) IS NOT NULL) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT given;

-- hazard: a check is validated at once: postgres/unvalidated-check
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t SELECT n, n FROM generate_series(1, 20) n;
-- read: SELECT FROM t WHERE id = 1
-- write: UPDATE t SET a = 0 WHERE id = 1
-- unsafe: read, write
ALTER TABLE t ADD CONSTRAINT positive CHECK (here(a) >= 0);
-- safe
ALTER TABLE t ADD CONSTRAINT positive CHECK (here(a) >= 0) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT positive;

-- hazard: a foreign key is validated at once: postgres/unvalidated-foreign-key
CREATE TABLE r (id int PRIMARY KEY, a int);
INSERT INTO r SELECT n FROM generate_series(1, 20) n;
CREATE TABLE t (id int PRIMARY KEY, r int);
INSERT INTO t SELECT n, n FROM generate_series(1, 20) n;
-- read: SELECT FROM t JOIN r ON r.id = t.r
-- write: UPDATE t SET r = 2 WHERE id = 1
-- write referenced: UPDATE r SET a = 0 WHERE id = 1
-- unsafe: write, write referenced
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (r) REFERENCES r;
-- safe
-- first: ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (r) REFERENCES r NOT VALID
ALTER TABLE t VALIDATE CONSTRAINT fk;

-- hazard: a unique constraint builds its index: postgres/blocking-unique
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t SELECT n, n FROM generate_series(1, 20) n;
-- read: SELECT FROM t WHERE id = 1
-- write: UPDATE t SET a = 0 WHERE id = 1
-- unsafe: read, write
ALTER TABLE t ADD CONSTRAINT one UNIQUE (a);
-- safe
CREATE UNIQUE INDEX CONCURRENTLY one ON t (a) WHERE here(a) > 0;

-- hazard: a type change rewrites the table: postgres/type-change-rewrite
CREATE TABLE t (id int PRIMARY KEY, a int, a_new bigint);
INSERT INTO t SELECT n, n FROM generate_series(1, 20) n;
-- read: SELECT FROM t WHERE id = 1
-- write: UPDATE t SET a = 0 WHERE id = 1
-- unsafe: read, write
ALTER TABLE t ALTER a TYPE bigint USING here(a);
-- safe
UPDATE t SET a_new = here(a) WHERE id > 10;

-- hazard: a new column is filled under the lock: postgres/volatile-default
CREATE TABLE t (id int PRIMARY KEY, a int, b int);
INSERT INTO t SELECT n, n FROM generate_series(1, 20) n;
-- read: SELECT FROM t WHERE id = 1
-- write: UPDATE t SET a = 0 WHERE id = 1
-- unsafe: read, write
ALTER TABLE t ADD COLUMN c double precision DEFAULT random();
-- safe
UPDATE t SET b = here(a) WHERE id > 10;

-- hazard: all rows change in one transaction: any/unbounded-change
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t SELECT n, n FROM generate_series(1, 20) n;
-- read: SELECT FROM t WHERE id = 1
-- write: UPDATE t SET a = 0 WHERE id = 1
-- unsafe: write
UPDATE t SET a = a + 1;
-- safe
UPDATE t SET a = here(a) + 1 WHERE id > 10;

-- hazard: a statement queues behind a long query: postgres/no-lock-timeout
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t SELECT n, n FROM generate_series(1, 20) n;
-- read: SELECT FROM t WHERE id = 1
-- write: UPDATE t SET a = 0 WHERE id = 1
-- unsafe: read, write
-- while: SELECT FROM t
ALTER TABLE t ADD COLUMN c int;
-- safe
-- while: SELECT FROM t
-- gives up
SET lock_timeout = '20ms';
ALTER TABLE t ADD COLUMN c int;

-- hazard: a table is packed: postgres/table-rewrite
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t SELECT n, n FROM generate_series(1, 20) n;
CREATE INDEX ix ON t (here(a));
-- read: SELECT FROM t WHERE id = 1
-- write: UPDATE t SET a = 0 WHERE id = 1
-- unsafe: read, write
VACUUM FULL t;
-- safe
-- while: LOCK TABLE t IN SHARE UPDATE EXCLUSIVE MODE
VACUUM t;

-- hazard: a materialized view is filled again: postgres/blocking-refresh
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t SELECT n, n FROM generate_series(1, 20) n;
CREATE MATERIALIZED VIEW top AS SELECT id, here(a) AS a FROM t;
CREATE UNIQUE INDEX ON top (id);
-- read: SELECT FROM top WHERE id = 1
-- write: UPDATE t SET a = 0 WHERE id = 1
-- unsafe: read
REFRESH MATERIALIZED VIEW top;
-- safe
-- warned: another refresh waits
REFRESH MATERIALIZED VIEW CONCURRENTLY top;

-- hazard: a table is made a partition: postgres/partition-locks-parent
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
INSERT INTO m VALUES (1);
-- read: SELECT FROM m WHERE id = 1
-- write: UPDATE m SET id = 2 WHERE id = 1
-- unsafe: read, write
CREATE TABLE m2 PARTITION OF m FOR VALUES FROM (10) TO (20);
-- safe
CREATE TABLE m2 (id int);
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM (10) TO (20);

-- hazard: a partition is detached: postgres/blocking-detach
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
CREATE TABLE m2 PARTITION OF m FOR VALUES FROM (10) TO (20);
INSERT INTO m VALUES (1);
-- read: SELECT FROM m WHERE id = 1
-- write: UPDATE m SET id = 2 WHERE id = 1
-- unsafe: read, write
-- while: SELECT FROM m2
ALTER TABLE m DETACH PARTITION m2;
-- safe
-- while: SELECT FROM m2
ALTER TABLE m DETACH PARTITION m2 CONCURRENTLY;
