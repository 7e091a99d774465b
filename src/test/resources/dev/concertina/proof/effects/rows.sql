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
