-- # Views

-- case: CREATE VIEW
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
CREATE VIEW vw AS SELECT id, a FROM t;

-- case: CREATE OR REPLACE VIEW
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
CREATE VIEW vw AS SELECT id FROM t;
-- run
CREATE OR REPLACE VIEW vw AS SELECT id, a FROM t;

-- case: DROP VIEW
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
CREATE VIEW vw AS SELECT id FROM t;
-- run
DROP VIEW vw;

-- case: CREATE MATERIALIZED VIEW
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
CREATE MATERIALIZED VIEW mv AS SELECT id, a FROM t;

-- case: REFRESH MATERIALIZED VIEW
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
CREATE MATERIALIZED VIEW mv AS SELECT id, a FROM t;
-- run
REFRESH MATERIALIZED VIEW mv;

-- case: REFRESH MATERIALIZED VIEW CONCURRENTLY
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
CREATE MATERIALIZED VIEW mv AS SELECT id, a FROM t;
CREATE UNIQUE INDEX mv_a_idx ON mv (a);
-- run
REFRESH MATERIALIZED VIEW CONCURRENTLY mv;

-- case: drop view cascade
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE VIEW v AS SELECT c FROM t;
CREATE VIEW w AS SELECT c FROM v;
-- run
DROP VIEW v CASCADE;

-- case: drop matview
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE MATERIALIZED VIEW v AS SELECT c FROM t;
CREATE INDEX ix ON v (c);
-- run
DROP MATERIALIZED VIEW v;

-- case: create view on view
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE VIEW v AS SELECT c FROM t;
-- run
CREATE VIEW w AS SELECT * FROM v;

-- case: refresh no data
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE MATERIALIZED VIEW v AS SELECT c FROM t;
CREATE INDEX ix ON v (c);
INSERT INTO t VALUES (1, 1);
REFRESH MATERIALIZED VIEW v;
-- run
REFRESH MATERIALIZED VIEW v WITH NO DATA;

-- case: refresh indexes
CREATE TABLE t (id int PRIMARY KEY, c int);
INSERT INTO t VALUES (1, 1);
CREATE MATERIALIZED VIEW v AS SELECT c FROM t;
CREATE INDEX ix ON v (c);
-- run
REFRESH MATERIALIZED VIEW v;

-- case: rename view
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE VIEW v AS SELECT c FROM t;
-- run
ALTER VIEW v RENAME TO w;

-- case: view set schema
CREATE SCHEMA IF NOT EXISTS s2;
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE VIEW v AS SELECT c FROM t;
-- run
ALTER VIEW v SET SCHEMA s2;

-- case: view owner
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE VIEW v AS SELECT c FROM t;
-- run
ALTER VIEW v OWNER TO postgres;

-- case: view set option
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE VIEW v AS SELECT c FROM t;
-- run
ALTER VIEW v SET (security_barrier = true);

-- case: view alter column default
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE VIEW v AS SELECT c FROM t;
-- run
ALTER VIEW v ALTER c SET DEFAULT 1;

-- case: create view replace removes column
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE VIEW v AS SELECT id, c FROM t;
-- run
CREATE OR REPLACE VIEW v AS SELECT id FROM t;

-- case: CREATE MATERIALIZED VIEW IF NOT EXISTS, and it does
CREATE TABLE t (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
-- run
CREATE MATERIALIZED VIEW IF NOT EXISTS mv AS SELECT id FROM t;

-- case: CREATE MATERIALIZED VIEW WITH NO DATA
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t WITH NO DATA;

-- case: REFRESH CONCURRENTLY without a unique index
CREATE TABLE t (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
-- run
REFRESH MATERIALIZED VIEW CONCURRENTLY mv;

-- case: REFRESH CONCURRENTLY WITH NO DATA
CREATE TABLE t (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE UNIQUE INDEX ix ON mv (id);
-- run
REFRESH MATERIALIZED VIEW CONCURRENTLY mv WITH NO DATA;

-- case: a materialized view is renamed
CREATE TABLE t (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
-- run
ALTER MATERIALIZED VIEW mv RENAME TO mw;

-- case: a materialized view gets another owner
CREATE TABLE t (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE UNIQUE INDEX ix ON mv (id);
-- run
ALTER MATERIALIZED VIEW mv OWNER TO somebody;

-- case: a materialized view moves to another schema
CREATE SCHEMA other;
CREATE TABLE t (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
-- run
ALTER MATERIALIZED VIEW mv SET SCHEMA other;

-- case: a view is replaced by one that reads more tables
CREATE TABLE t (id int PRIMARY KEY);
CREATE TABLE r (id int PRIMARY KEY);
CREATE VIEW v AS SELECT t.id FROM t;
-- run
CREATE OR REPLACE VIEW v AS SELECT t.id FROM t JOIN r ON r.id = t.id;

-- case: a view is replaced with its column renamed
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE VIEW v AS SELECT id FROM t;
-- run
CREATE OR REPLACE VIEW v AS SELECT id AS number FROM t;

-- case: a view that is replaced for the first time
CREATE TABLE t (id int PRIMARY KEY);
-- run
CREATE OR REPLACE VIEW v AS SELECT id FROM t;

-- case: DROP VIEW that another view reads
-- unknown: whether the same statement drops the other view
CREATE TABLE t (id int PRIMARY KEY);
CREATE VIEW v AS SELECT id FROM t;
CREATE VIEW w AS SELECT id FROM v;
-- run
DROP VIEW v;

-- case: a view over a join and a subquery
CREATE TABLE t (id int PRIMARY KEY);
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE q (id int PRIMARY KEY);
-- run
CREATE VIEW v AS SELECT t.id FROM t JOIN r USING (id) WHERE t.id IN (SELECT id FROM q);

-- case: a recursive view
CREATE TABLE t (id int PRIMARY KEY, parent int);
-- run
CREATE RECURSIVE VIEW v (id) AS
  SELECT id FROM t WHERE parent IS NULL UNION SELECT t.id FROM t JOIN v ON t.parent = v.id;

-- case: REFRESH CONCURRENTLY with a partial unique index
CREATE TABLE t (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE UNIQUE INDEX ix ON mv (id) WHERE id > 0;
-- run
REFRESH MATERIALIZED VIEW CONCURRENTLY mv;

-- case: REFRESH CONCURRENTLY with an index that is not unique
CREATE TABLE t (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE INDEX ix ON mv (id);
-- run
REFRESH MATERIALIZED VIEW CONCURRENTLY mv;

-- case: a view with names for its columns is replaced
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE VIEW v (a) AS SELECT id FROM t;
-- run
CREATE OR REPLACE VIEW v (a, b) AS SELECT id, c FROM t;

-- case: a view with a star is replaced
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE VIEW v AS SELECT * FROM t;
-- run
CREATE OR REPLACE VIEW v AS SELECT *, 1 AS more FROM t;

-- case: a view with an expression is replaced
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE VIEW v AS SELECT id + 1 FROM t;
-- run
CREATE OR REPLACE VIEW v AS SELECT id + 2 FROM t;

-- case: a view that reads one table twice is dropped with those on it
CREATE TABLE t (id int PRIMARY KEY);
CREATE VIEW v AS SELECT id FROM t;
CREATE VIEW w AS SELECT a.id FROM v a JOIN v b USING (id);
CREATE VIEW x AS SELECT w.id FROM w JOIN v USING (id);
-- run
DROP VIEW v CASCADE;

-- case: a view over a materialized view is read
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE VIEW v AS SELECT a.id FROM mv a JOIN mv b USING (id);
-- run
SELECT count(*) FROM v;
