-- The statements behind the measured tables beside this file. Every case begins with these tables:
--
-- prelude
CREATE TABLE t (id int PRIMARY KEY, a int, v varchar(10), s text, n numeric(10,2), ts timestamp,
  tz timestamptz, ts3 timestamp(3), j json, c5 char(5), ip cidr, vb varbit(4), iv interval(3),
  b bigint);
CREATE TABLE r (id int PRIMARY KEY);
-- case: ADD COLUMN nullable
-- run
ALTER TABLE t ADD COLUMN c int;
-- case: ADD COLUMN IF NOT EXISTS (exists)
-- run
ALTER TABLE t ADD COLUMN IF NOT EXISTS a int;
-- case: ADD COLUMN DEFAULT const
-- run
ALTER TABLE t ADD COLUMN c int DEFAULT 5;
-- case: ADD COLUMN NOT NULL DEFAULT const
-- run
ALTER TABLE t ADD COLUMN c int NOT NULL DEFAULT 5;
-- case: ADD COLUMN DEFAULT now() [stable]
-- run
ALTER TABLE t ADD COLUMN c timestamptz DEFAULT now();
-- case: ADD COLUMN DEFAULT clock_timestamp() [volatile]
-- run
ALTER TABLE t ADD COLUMN c timestamptz DEFAULT clock_timestamp();
-- case: ADD COLUMN DEFAULT random()
-- run
ALTER TABLE t ADD COLUMN c double precision DEFAULT random();
-- case: ADD COLUMN DEFAULT gen_random_uuid()
-- run
ALTER TABLE t ADD COLUMN c uuid DEFAULT gen_random_uuid();
-- case: ADD COLUMN NOT NULL no default (rows)
-- run
ALTER TABLE t ADD COLUMN c int NOT NULL;
-- case: ADD COLUMN serial
-- run
ALTER TABLE t ADD COLUMN c serial;
-- case: ADD COLUMN GENERATED AS IDENTITY
-- run
ALTER TABLE t ADD COLUMN c int GENERATED ALWAYS AS IDENTITY;
-- case: ADD COLUMN GENERATED STORED
-- run
ALTER TABLE t ADD COLUMN c int GENERATED ALWAYS AS (a * 2) STORED;
-- case: ADD COLUMN GENERATED VIRTUAL (18+)
-- run
ALTER TABLE t ADD COLUMN c int GENERATED ALWAYS AS (a * 2) VIRTUAL;
-- case: ADD COLUMN with CHECK
-- run
ALTER TABLE t ADD COLUMN c int CHECK (c > 0);
-- case: ADD COLUMN DEFAULT const with CHECK
-- run
ALTER TABLE t ADD COLUMN c int DEFAULT 5 CHECK (c > 0);
-- case: ADD COLUMN UNIQUE
-- run
ALTER TABLE t ADD COLUMN c int UNIQUE;
-- case: ADD COLUMN REFERENCES (nullable no default)
-- run
ALTER TABLE t ADD COLUMN c int REFERENCES r (id);
-- case: ADD COLUMN REFERENCES DEFAULT const
-- run
ALTER TABLE t ADD COLUMN c int DEFAULT 1 REFERENCES r (id);
-- case: ADD COLUMN domain w/ CHECK
CREATE DOMAIN d AS int CHECK (VALUE > 0);
-- run
ALTER TABLE t ADD COLUMN c d;
-- case: ADD COLUMN domain w/ CHECK DEFAULT const
CREATE DOMAIN d AS int CHECK (VALUE > 0);
-- run
ALTER TABLE t ADD COLUMN c d DEFAULT 5;
-- case: ADD COLUMN enum DEFAULT const
CREATE TYPE e AS ENUM ('a', 'b');
-- run
ALTER TABLE t ADD COLUMN c e DEFAULT 'a';
-- case: DROP COLUMN
-- run
ALTER TABLE t DROP COLUMN a;
-- case: RENAME COLUMN
-- run
ALTER TABLE t RENAME COLUMN a TO z;
-- case: RENAME TABLE
-- run
ALTER TABLE t RENAME TO t2;
-- case: SET DEFAULT
-- run
ALTER TABLE t ALTER COLUMN a SET DEFAULT 5;
-- case: DROP DEFAULT
-- run
ALTER TABLE t ALTER COLUMN a DROP DEFAULT;
-- case: TYPE varchar(10)->varchar(20)
-- run
ALTER TABLE t ALTER COLUMN v TYPE varchar(20);
-- case: TYPE varchar(10)->varchar(20), indexed
CREATE INDEX t_v_idx ON t (v);
-- run
ALTER TABLE t ALTER COLUMN v TYPE varchar(20);
-- case: TYPE varchar(10)->varchar(5)
-- run
ALTER TABLE t ALTER COLUMN v TYPE varchar(5);
-- case: TYPE varchar(10)->varchar
-- run
ALTER TABLE t ALTER COLUMN v TYPE varchar;
-- case: TYPE varchar(10)->text
-- run
ALTER TABLE t ALTER COLUMN v TYPE text;
-- case: TYPE varchar(10)->text, indexed
CREATE INDEX t_v_idx ON t (v);
-- run
ALTER TABLE t ALTER COLUMN v TYPE text;
-- case: TYPE text->varchar
-- run
ALTER TABLE t ALTER COLUMN s TYPE varchar;
-- case: TYPE text->varchar(50)
-- run
ALTER TABLE t ALTER COLUMN s TYPE varchar(50);
-- case: TYPE text->varchar, indexed
CREATE INDEX t_s_idx ON t (s);
-- run
ALTER TABLE t ALTER COLUMN s TYPE varchar;
-- case: TYPE int->bigint
-- run
ALTER TABLE t ALTER COLUMN a TYPE bigint;
-- case: TYPE int->bigint, indexed
CREATE INDEX t_a_idx ON t (a);
-- run
ALTER TABLE t ALTER COLUMN a TYPE bigint;
-- case: TYPE bigint->int
-- run
ALTER TABLE t ALTER COLUMN b TYPE int;
-- case: TYPE numeric(10,2)->numeric(12,2)
-- run
ALTER TABLE t ALTER COLUMN n TYPE numeric(12,2);
-- case: TYPE numeric(10,2)->numeric(12,4)
-- run
ALTER TABLE t ALTER COLUMN n TYPE numeric(12,4);
-- case: TYPE numeric(10,2)->numeric
-- run
ALTER TABLE t ALTER COLUMN n TYPE numeric;
-- case: TYPE numeric(10,2)->numeric(8,2)
-- run
ALTER TABLE t ALTER COLUMN n TYPE numeric(8,2);
-- case: TYPE timestamp->timestamptz (TZ=UTC)
SET timezone = 'UTC';
-- run
ALTER TABLE t ALTER COLUMN ts TYPE timestamptz;
-- case: TYPE timestamp->timestamptz (TZ=Europe/Berlin)
SET timezone = 'Europe/Berlin';
-- run
ALTER TABLE t ALTER COLUMN ts TYPE timestamptz;
-- case: TYPE timestamptz->timestamp (TZ=UTC)
SET TIME ZONE 'UTC';
-- run
ALTER TABLE t ALTER COLUMN tz TYPE timestamp;
-- case: TYPE timestamp->timestamp(3)
-- run
ALTER TABLE t ALTER COLUMN ts TYPE timestamp(3);
-- case: TYPE timestamp(3)->timestamp(6)
-- run
ALTER TABLE t ALTER COLUMN ts3 TYPE timestamp(6);
-- case: TYPE json->jsonb
-- run
ALTER TABLE t ALTER COLUMN j TYPE jsonb;
-- case: TYPE char(5)->char(6)
-- run
ALTER TABLE t ALTER COLUMN c5 TYPE char(6);
-- case: TYPE char(5)->varchar(5)
-- run
ALTER TABLE t ALTER COLUMN c5 TYPE varchar(5);
-- case: TYPE text->citext/uuid USING
-- run
ALTER TABLE t ALTER COLUMN s TYPE uuid USING s::uuid;
-- case: TYPE varchar->enum USING
CREATE TYPE e AS ENUM ('a', 'b');
-- run
ALTER TABLE t ALTER COLUMN v TYPE e USING v::e;
-- case: TYPE same type (int->int)
-- run
ALTER TABLE t ALTER COLUMN a TYPE int;
-- case: TYPE text->text COLLATE "C"
-- run
ALTER TABLE t ALTER COLUMN s TYPE text COLLATE "C";
-- case: TYPE text->text COLLATE "C", indexed
CREATE INDEX t_s_idx ON t (s);
-- run
ALTER TABLE t ALTER COLUMN s TYPE text COLLATE "C";
-- case: TYPE int->int USING a (identity)
-- run
ALTER TABLE t ALTER COLUMN a TYPE int USING a;
-- case: TYPE int->int USING a+0
-- run
ALTER TABLE t ALTER COLUMN a TYPE int USING a + 0;
-- case: TYPE cidr->inet
-- run
ALTER TABLE t ALTER COLUMN ip TYPE inet;
-- case: TYPE varbit(4)->varbit(8)
-- run
ALTER TABLE t ALTER COLUMN vb TYPE varbit(8);
-- case: TYPE interval(3)->interval(6)
-- run
ALTER TABLE t ALTER COLUMN iv TYPE interval(6);
-- case: TYPE w/ CHECK on column varchar(10)->varchar(20)
ALTER TABLE t ADD CHECK (v <> '');
-- run
ALTER TABLE t ALTER COLUMN v TYPE varchar(20);
-- case: TYPE int->bigint on FK column
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES r (id);
-- run
ALTER TABLE t ALTER COLUMN a TYPE bigint;
-- case: TYPE int->bigint on referenced PK
CREATE TABLE q (rid int REFERENCES r (id));
-- run
ALTER TABLE r ALTER COLUMN id TYPE bigint;
-- case: SET NOT NULL
-- run
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
-- case: SET NOT NULL w/ validated CHECK (a IS NOT NULL)
ALTER TABLE t ADD CHECK (a IS NOT NULL);
-- run
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
-- case: SET NOT NULL w/ NOT VALID CHECK
ALTER TABLE t ADD CHECK (a IS NOT NULL) NOT VALID;
-- run
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
-- case: SET NOT NULL already
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
-- run
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
-- case: DROP NOT NULL
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
-- run
ALTER TABLE t ALTER COLUMN a DROP NOT NULL;
-- case: ADD CONSTRAINT NOT NULL NOT VALID (18+)
-- run
ALTER TABLE t ADD CONSTRAINT nn NOT NULL a NOT VALID;
-- case: VALIDATE NOT NULL (18+)
ALTER TABLE t ADD CONSTRAINT nn NOT NULL a NOT VALID;
-- run
ALTER TABLE t VALIDATE CONSTRAINT nn;
-- case: ADD CHECK
-- run
ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 0);
-- case: ADD CHECK NOT VALID
-- run
ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 0) NOT VALID;
-- case: VALIDATE CHECK
ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 0) NOT VALID;
-- run
ALTER TABLE t VALIDATE CONSTRAINT ck;
-- case: DROP CONSTRAINT check
ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 0);
-- run
ALTER TABLE t DROP CONSTRAINT ck;
-- case: ADD CHECK NOT ENFORCED (18+)
-- run
ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 0) NOT ENFORCED;
-- case: ADD FK
-- run
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES r (id);
-- case: ADD FK NOT VALID
-- run
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES r (id) NOT VALID;
-- case: VALIDATE FK
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES r (id) NOT VALID;
-- run
ALTER TABLE t VALIDATE CONSTRAINT fk;
-- case: DROP FK
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES r (id);
-- run
ALTER TABLE t DROP CONSTRAINT fk;
-- case: CREATE TABLE with FK
-- run
CREATE TABLE q (id int PRIMARY KEY, rid int REFERENCES r (id));
-- case: DROP TABLE with FK out
CREATE TABLE q (id int PRIMARY KEY, rid int REFERENCES r (id));
-- run
DROP TABLE q;
-- case: DROP TABLE referenced CASCADE
CREATE TABLE q (rid int REFERENCES r (id));
-- run
DROP TABLE r CASCADE;
-- case: ALTER CONSTRAINT DEFERRABLE
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES r (id);
-- run
ALTER TABLE t ALTER CONSTRAINT fk DEFERRABLE;
-- case: CREATE INDEX
-- run
CREATE INDEX ix ON t (a);
-- case: CREATE UNIQUE INDEX
-- run
CREATE UNIQUE INDEX ix ON t (a);
-- case: CREATE INDEX CONCURRENTLY
-- run
CREATE INDEX CONCURRENTLY ix ON t (a);
-- case: DROP INDEX
CREATE INDEX ix ON t (a);
-- run
DROP INDEX ix;
-- case: DROP INDEX CONCURRENTLY
CREATE INDEX ix ON t (a);
-- run
DROP INDEX CONCURRENTLY ix;
-- case: REINDEX INDEX
CREATE INDEX ix ON t (a);
-- run
REINDEX INDEX ix;
-- case: REINDEX TABLE
CREATE INDEX ix ON t (a);
-- run
REINDEX TABLE t;
-- case: REINDEX INDEX CONCURRENTLY
CREATE INDEX ix ON t (a);
-- run
REINDEX INDEX CONCURRENTLY ix;
-- case: ALTER INDEX RENAME
CREATE INDEX ix ON t (a);
-- run
ALTER INDEX ix RENAME TO ix2;
-- case: ADD UNIQUE
-- run
ALTER TABLE t ADD CONSTRAINT u UNIQUE (a);
-- case: ADD UNIQUE USING INDEX
CREATE UNIQUE INDEX ix ON t (a);
-- run
ALTER TABLE t ADD CONSTRAINT u UNIQUE USING INDEX ix;
-- case: ADD PRIMARY KEY (col nullable)
CREATE TABLE p (id int);
-- run
ALTER TABLE p ADD PRIMARY KEY (id);
-- case: ADD PRIMARY KEY (col NOT NULL)
CREATE TABLE p (id int NOT NULL);
-- run
ALTER TABLE p ADD PRIMARY KEY (id);
-- case: ADD PRIMARY KEY USING INDEX (col nullable)
CREATE TABLE p (id int);
CREATE UNIQUE INDEX ix ON p (id);
-- run
ALTER TABLE p ADD PRIMARY KEY USING INDEX ix;
-- case: ADD PRIMARY KEY USING INDEX (col NOT NULL)
CREATE TABLE p (id int NOT NULL);
CREATE UNIQUE INDEX ix ON p (id);
-- run
ALTER TABLE p ADD PRIMARY KEY USING INDEX ix;
-- case: ADD EXCLUDE
CREATE TABLE x (r int4range);
-- run
ALTER TABLE x ADD CONSTRAINT ex EXCLUDE USING gist (r WITH &&);
-- case: CLUSTER
-- run
CLUSTER t USING t_pkey;
-- case: ALTER TABLE CLUSTER ON
-- run
ALTER TABLE t CLUSTER ON t_pkey;
-- case: ATTACH PARTITION
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE m2 (id int);
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM (100) TO (200);
-- case: ATTACH PARTITION w/ valid CHECK
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE m2 (id int, CHECK (id IS NOT NULL AND id >= 100 AND id < 200));
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM (100) TO (200);
-- case: ATTACH PARTITION, DEFAULT exists
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE md PARTITION OF m DEFAULT;
CREATE TABLE m2 (id int);
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM (100) TO (200);
-- case: CREATE TABLE PARTITION OF
CREATE TABLE m (id int) PARTITION BY RANGE (id);
-- run
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (100);
-- case: CREATE TABLE PARTITION OF, DEFAULT exists
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE md PARTITION OF m DEFAULT;
-- run
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (100);
-- case: DETACH PARTITION
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (100);
-- run
ALTER TABLE m DETACH PARTITION m1;
-- case: DETACH PARTITION CONCURRENTLY (14+)
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (100);
-- run
ALTER TABLE m DETACH PARTITION m1 CONCURRENTLY;
-- case: DROP TABLE partition
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (100);
-- run
DROP TABLE m1;
-- case: CREATE INDEX on partitioned
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (100);
-- run
CREATE INDEX ON m (id);
-- case: CREATE INDEX ON ONLY partitioned
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (100);
-- run
CREATE INDEX ON ONLY m (id);
-- case: ADD COLUMN on partitioned
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (100);
-- run
ALTER TABLE m ADD COLUMN c int;
-- case: CREATE TRIGGER
-- run
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
-- case: DROP TRIGGER
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
-- run
DROP TRIGGER tr ON t;
-- case: DISABLE TRIGGER
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
-- run
ALTER TABLE t DISABLE TRIGGER tr;
-- case: ENABLE ROW LEVEL SECURITY
-- run
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
-- case: CREATE POLICY
-- run
CREATE POLICY po ON t USING (true);
-- case: SET (fillfactor)
-- run
ALTER TABLE t SET (fillfactor = 70);
-- case: SET (autovacuum_enabled)
-- run
ALTER TABLE t SET (autovacuum_enabled = false);
-- case: ALTER COLUMN SET STATISTICS
-- run
ALTER TABLE t ALTER COLUMN a SET STATISTICS 500;
-- case: ALTER COLUMN SET STORAGE
-- run
ALTER TABLE t ALTER COLUMN s SET STORAGE EXTERNAL;
-- case: ALTER COLUMN SET COMPRESSION (14+)
-- run
ALTER TABLE t ALTER COLUMN s SET COMPRESSION pglz;
-- case: SET UNLOGGED
-- run
ALTER TABLE t SET UNLOGGED;
-- case: SET LOGGED
ALTER TABLE t SET UNLOGGED;
-- run
ALTER TABLE t SET LOGGED;
-- case: SET ACCESS METHOD heap (15+)
-- run
ALTER TABLE t SET ACCESS METHOD heap;
-- case: SET TABLESPACE pg_default
-- run
ALTER TABLE t SET TABLESPACE pg_default;
-- case: REPLICA IDENTITY FULL
-- run
ALTER TABLE t REPLICA IDENTITY FULL;
-- case: SET SCHEMA
-- run
ALTER TABLE t SET SCHEMA other;
-- case: OWNER TO
-- run
ALTER TABLE t OWNER TO somebody;
-- case: INHERIT
CREATE TABLE pa (id int);
CREATE TABLE cb (id int);
-- run
ALTER TABLE cb INHERIT pa;
-- case: COMMENT ON TABLE
-- run
COMMENT ON TABLE t IS 'x';
-- case: COMMENT ON COLUMN
-- run
COMMENT ON COLUMN t.a IS 'x';
-- case: GRANT
-- run
GRANT SELECT ON t TO PUBLIC;
-- case: TRUNCATE
-- run
TRUNCATE t;
-- case: TRUNCATE referenced CASCADE
CREATE TABLE q (rid int REFERENCES r (id));
-- run
TRUNCATE r CASCADE;
-- case: DROP TABLE
-- run
DROP TABLE t;
-- case: CREATE VIEW
-- run
CREATE VIEW vw AS SELECT id, a FROM t;
-- case: CREATE OR REPLACE VIEW
CREATE VIEW vw AS SELECT id FROM t;
-- run
CREATE OR REPLACE VIEW vw AS SELECT id, a FROM t;
-- case: DROP VIEW
CREATE VIEW vw AS SELECT id FROM t;
-- run
DROP VIEW vw;
-- case: CREATE MATERIALIZED VIEW
-- run
CREATE MATERIALIZED VIEW mv AS SELECT id, a FROM t;
-- case: REFRESH MATERIALIZED VIEW
CREATE MATERIALIZED VIEW mv AS SELECT id, a FROM t;
-- run
REFRESH MATERIALIZED VIEW mv;
-- case: REFRESH MATERIALIZED VIEW CONCURRENTLY
CREATE MATERIALIZED VIEW mv AS SELECT id, a FROM t;
CREATE UNIQUE INDEX mv_a_idx ON mv (a);
-- run
REFRESH MATERIALIZED VIEW CONCURRENTLY mv;
-- case: CREATE TABLE AS
-- run
CREATE TABLE t9 AS SELECT * FROM t;
-- case: CREATE STATISTICS
-- run
CREATE STATISTICS st ON a, b FROM t;
-- case: CREATE RULE
-- run
CREATE RULE ru AS ON DELETE TO t DO INSTEAD NOTHING;
-- case: VACUUM FULL (no txn)
-- run
VACUUM FULL t;
-- case: VACUUM (no txn)
-- run
VACUUM t;
-- case: ANALYZE
-- run
ANALYZE t;
-- case: LOCK TABLE
-- run
LOCK TABLE t;
-- case: UPDATE all
-- run
UPDATE t SET a = a + 1;
-- case: DELETE all
-- run
DELETE FROM t;
-- case: INSERT
-- run
INSERT INTO t (id) VALUES (-1);
-- case: INSERT SELECT
-- run
INSERT INTO t (id) SELECT id + 100000 FROM r;
-- case: SELECT FOR UPDATE
-- run
SELECT * FROM t FOR UPDATE;
-- case: ALTER TYPE ADD VALUE
CREATE TYPE e AS ENUM ('a', 'b');
-- run
ALTER TYPE e ADD VALUE 'c';
-- case: ALTER DOMAIN ADD CONSTRAINT
CREATE DOMAIN d AS int;
ALTER TABLE t ADD COLUMN c d;
-- run
ALTER DOMAIN d ADD CONSTRAINT dc CHECK (VALUE > 0);
-- case: ALTER DOMAIN ADD CONSTRAINT NOT VALID
CREATE DOMAIN d AS int;
ALTER TABLE t ADD COLUMN c d;
-- run
ALTER DOMAIN d ADD CONSTRAINT dc CHECK (VALUE > 0) NOT VALID;
-- case: CREATE PUBLICATION FOR TABLE
-- run
CREATE PUBLICATION pu FOR TABLE t;
-- case: CREATE SEQUENCE OWNED BY
-- run
CREATE SEQUENCE sq OWNED BY t.a;
-- case: ALTER SEQUENCE AS bigint
CREATE SEQUENCE sq AS int;
-- run
ALTER SEQUENCE sq AS bigint;
-- case: ADD GENERATED IDENTITY on existing col
-- run
ALTER TABLE t ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY;
-- case: DROP EXPRESSION (13+)
ALTER TABLE t ADD COLUMN c int GENERATED ALWAYS AS (a * 2) STORED;
-- run
ALTER TABLE t ALTER COLUMN c DROP EXPRESSION;
-- case: SET EXPRESSION (17+)
ALTER TABLE t ADD COLUMN c int GENERATED ALWAYS AS (a * 2) STORED;
-- run
ALTER TABLE t ALTER COLUMN c SET EXPRESSION AS (a * 3);
-- case: 2 x ALTER TYPE in one ALTER
-- run
ALTER TABLE t ALTER COLUMN a TYPE bigint, ALTER COLUMN v TYPE varchar(5);
