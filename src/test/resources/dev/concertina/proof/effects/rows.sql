-- # Rows

-- case: CREATE TABLE AS
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
CREATE TABLE t9 AS SELECT * FROM t;

-- case: UPDATE all
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
UPDATE t SET a = a + 1;

-- case: DELETE all
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
DELETE FROM t;

-- case: INSERT
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
INSERT INTO t (id) VALUES (-1);

-- case: INSERT SELECT
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1), (2);
-- run
INSERT INTO t (id) SELECT id + 100000 FROM r;

-- case: SELECT FOR UPDATE
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
SELECT * FROM t FOR UPDATE;

-- case: merge
-- unknown: what MERGE reads
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE TABLE s (id int, c int);
INSERT INTO s VALUES (1, 1);
INSERT INTO t VALUES (1, 1);
-- run
MERGE INTO t USING s ON t.id = s.id WHEN NOT MATCHED THEN INSERT VALUES (s.id, s.c);

-- case: update from
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE TABLE s (id int, c int);
INSERT INTO s VALUES (1, 1);
INSERT INTO t VALUES (1, 1);
-- run
UPDATE t SET c = s.c FROM s WHERE s.id = t.id;

-- case: update key
CREATE TABLE t (id int PRIMARY KEY, c int);
INSERT INTO t SELECT g, g FROM generate_series(1, 1000) g;
ANALYZE t;
-- run
UPDATE t SET c = 1 WHERE id = 5;

-- case: select
CREATE TABLE t (id int PRIMARY KEY, c int);
INSERT INTO t VALUES (1, 1);
-- run
SELECT COUNT(*) FROM t;

-- case: insert foreign key
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1);
CREATE TABLE t (id int PRIMARY KEY, c int REFERENCES r);
-- run
INSERT INTO t VALUES (1, 1);

-- case: delete from referenced
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1);
CREATE TABLE t (id int PRIMARY KEY, c int REFERENCES r);
INSERT INTO t VALUES (2, NULL);
-- run
DELETE FROM r;

-- case: insert into view
CREATE TABLE t (id int);
CREATE VIEW v AS SELECT * FROM t;
-- run
INSERT INTO v VALUES (1);

-- case: INSERT ON CONFLICT
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
INSERT INTO t VALUES (1, 5) ON CONFLICT (id) DO UPDATE SET a = excluded.a;

-- case: INSERT from a view
CREATE TABLE t (id int PRIMARY KEY);
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1), (2);
CREATE VIEW v AS SELECT id FROM r;
-- run
INSERT INTO t SELECT id FROM v;

-- case: INSERT into a partitioned table with a foreign key
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1);
CREATE TABLE m (id int, c int REFERENCES r) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
-- run
INSERT INTO m VALUES (1, 1);

-- case: COPY FROM
CREATE TABLE t (id int PRIMARY KEY);
-- run
COPY t FROM '/dev/null';

-- case: COPY FROM into a table with a foreign key
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1);
CREATE TABLE t (c int REFERENCES r);
-- run
COPY t FROM PROGRAM 'echo 1';

-- case: COPY TO
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
COPY t TO '/dev/null';

-- case: UPDATE of some rows
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
UPDATE t SET a = 0 WHERE a = 1;

-- case: UPDATE of several keys
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t SELECT n, n FROM generate_series(1, 1000) n;
ANALYZE t;
-- run
UPDATE t SET a = 0 WHERE id IN (1, 2, 3);

-- case: UPDATE by a unique column
CREATE TABLE t (id int PRIMARY KEY, a int UNIQUE, b int);
INSERT INTO t SELECT n, n, n FROM generate_series(1, 1000) n;
ANALYZE t;
-- run
UPDATE t SET b = 0 WHERE a = 5;

-- case: UPDATE of a column that references
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1), (2);
CREATE TABLE t (id int PRIMARY KEY, c int REFERENCES r);
INSERT INTO t VALUES (1, 1);
-- run
UPDATE t SET c = 2;

-- case: UPDATE of a column that is referenced
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1), (2);
CREATE TABLE t (id int PRIMARY KEY, c int REFERENCES r);
INSERT INTO t VALUES (1, NULL);
-- run
UPDATE r SET id = id + 10;

-- case: UPDATE through a view
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
CREATE VIEW v AS SELECT id, a FROM t;
-- run
UPDATE v SET a = 0;

-- case: DELETE by key
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t SELECT generate_series(1, 1000);
ANALYZE t;
-- run
DELETE FROM t WHERE id = 5;

-- case: DELETE that cascades
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1), (2);
CREATE TABLE t (id int PRIMARY KEY, c int REFERENCES r ON DELETE CASCADE);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
DELETE FROM r;

-- case: DELETE where the referencing column has an index
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1);
CREATE TABLE t (id int PRIMARY KEY, c int REFERENCES r);
INSERT INTO t SELECT n, NULL FROM generate_series(1, 1000) n;
CREATE INDEX ix ON t (c);
ANALYZE t;
-- run
DELETE FROM r;

-- case: DELETE USING
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
CREATE TABLE s (id int);
INSERT INTO s VALUES (1);
-- run
DELETE FROM t USING s WHERE s.id = t.id;

-- case: a change in a common table expression
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
CREATE TABLE archive (id int PRIMARY KEY);
-- run
WITH gone AS (DELETE FROM t RETURNING id) INSERT INTO archive SELECT id FROM gone;

-- case: SELECT of a few rows
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t SELECT generate_series(1, 1000);
ANALYZE t;
-- run
SELECT id FROM t WHERE id = 5;

-- case: SELECT of a join
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
CREATE TABLE s (id int);
INSERT INTO s VALUES (1);
-- run
SELECT t.id FROM t JOIN s ON s.id = t.id;

-- case: SELECT from a view
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
CREATE VIEW v AS SELECT id FROM t;
-- run
SELECT count(*) FROM v;

-- case: SELECT FOR SHARE
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
SELECT id FROM t FOR SHARE;

-- case: SELECT INTO
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
SELECT id INTO n FROM t;

-- case: CREATE UNLOGGED TABLE AS
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
CREATE UNLOGGED TABLE n AS SELECT id FROM t;

-- case: CREATE TEMPORARY TABLE AS
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
CREATE TEMPORARY TABLE n AS SELECT id FROM t;

-- case: CREATE TABLE IF NOT EXISTS AS, and it does
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
CREATE TABLE n (id int);
-- run
CREATE TABLE IF NOT EXISTS n AS SELECT id FROM t;

-- case: UPDATE of keys from a query
-- unknown: what a subquery in WHERE reads
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
CREATE TABLE s (id int);
INSERT INTO s VALUES (1);
-- run
UPDATE t SET a = 0 WHERE id IN (SELECT id FROM s);

-- case: UPDATE by a partial unique index
CREATE TABLE t (id int PRIMARY KEY, a int, b int);
INSERT INTO t VALUES (1, 1, 1), (2, 2, 2);
CREATE UNIQUE INDEX ix ON t (a) WHERE b > 100;
-- run
UPDATE t SET b = 0 WHERE a = 1;

-- case: UPDATE of another column of a table that references
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1);
CREATE TABLE t (id int PRIMARY KEY, a int, c int REFERENCES r);
INSERT INTO t VALUES (1, 1, 1);
-- run
UPDATE t SET a = 2;

-- case: UPDATE of another column of a table that is referenced
CREATE TABLE r (id int PRIMARY KEY, a int);
INSERT INTO r VALUES (1, 1);
CREATE TABLE t (id int PRIMARY KEY, c int REFERENCES r);
INSERT INTO t VALUES (1, 1);
-- run
UPDATE r SET a = 2;

-- case: DELETE that is restricted
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1), (2);
CREATE TABLE t (id int PRIMARY KEY, c int REFERENCES r ON DELETE RESTRICT);
INSERT INTO t VALUES (1, NULL);
-- run
DELETE FROM r;

-- case: CREATE TABLE IF NOT EXISTS AS, and it does not
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
CREATE TABLE IF NOT EXISTS n AS SELECT id FROM t;

-- case: SELECT LIMIT
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t SELECT generate_series(1, 1000);
ANALYZE t;
-- run
SELECT id FROM t ORDER BY id LIMIT 1;

-- case: a query names a table that a view of it names as well
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1);
CREATE VIEW v AS SELECT id FROM t;
CREATE TABLE d (id int);
INSERT INTO d VALUES (0);
-- run
INSERT INTO d SELECT v.id FROM t JOIN v ON v.id = t.id;
