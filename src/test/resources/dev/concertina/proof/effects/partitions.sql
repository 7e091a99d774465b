-- # Partitions

-- case: ATTACH PARTITION
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE m2 (id int);
INSERT INTO m2 VALUES (100);
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM (100) TO (200);

-- case: ATTACH PARTITION with valid CHECK
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE m2 (id int, CHECK (id IS NOT NULL AND id >= 100 AND id < 200));
INSERT INTO m2 VALUES (100);
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM (100) TO (200);

-- case: ATTACH PARTITION, DEFAULT exists
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE md PARTITION OF m DEFAULT;
CREATE TABLE m2 (id int);
INSERT INTO m2 VALUES (100);
INSERT INTO m VALUES (500);
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM (100) TO (200);

-- case: CREATE TABLE PARTITION OF
CREATE TABLE m (id int) PARTITION BY RANGE (id);
-- run
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (100);

-- case: CREATE TABLE PARTITION OF, DEFAULT exists
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE md PARTITION OF m DEFAULT;
INSERT INTO m VALUES (500);
-- run
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (100);

-- case: DETACH PARTITION
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (100);
-- run
ALTER TABLE m DETACH PARTITION m1;

-- case: DETACH PARTITION CONCURRENTLY
-- while SELECT FROM m1
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
INSERT INTO m VALUES (1);
-- run
CREATE INDEX ON m (id);

-- case: CREATE INDEX ON ONLY partitioned
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (100);
INSERT INTO m VALUES (1);
-- run
CREATE INDEX ON ONLY m (id);

-- case: ADD COLUMN on partitioned
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (100);
-- run
ALTER TABLE m ADD COLUMN c int;

-- case: add primary key on partitioned
CREATE TABLE m (id int NOT NULL, v text) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
INSERT INTO m VALUES (1, 'a');
-- run
ALTER TABLE m ADD PRIMARY KEY (id);

-- case: add unique on partitioned
CREATE TABLE m (id int NOT NULL, v text) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
INSERT INTO m VALUES (1, 'a');
-- run
ALTER TABLE m ADD UNIQUE (id);

-- case: add check not valid on partitioned
CREATE TABLE m (id int NOT NULL, v text) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
INSERT INTO m VALUES (1, 'a');
-- run
ALTER TABLE m ADD CHECK (id > 0) NOT VALID;

-- case: validate check on partitioned
CREATE TABLE m (id int NOT NULL, v text) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
INSERT INTO m VALUES (1, 'a');
ALTER TABLE m ADD CONSTRAINT c CHECK (id > 0) NOT VALID;
-- run
ALTER TABLE m VALIDATE CONSTRAINT c;

-- case: add foreign key from partitioned
CREATE TABLE m (id int NOT NULL, v int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
INSERT INTO m VALUES (1, 1);
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1);
-- run
ALTER TABLE m ADD CONSTRAINT fk FOREIGN KEY (v) REFERENCES r (id);

-- case: add foreign key from partitioned not valid
CREATE TABLE m (id int NOT NULL, v int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
INSERT INTO m VALUES (1, 1);
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1);
-- run
ALTER TABLE m ADD CONSTRAINT fk FOREIGN KEY (v) REFERENCES r (id) NOT VALID;

-- case: add foreign key to partitioned
CREATE TABLE m (id int PRIMARY KEY, v int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
INSERT INTO m VALUES (1, 1);
CREATE TABLE t (mid int);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (mid) REFERENCES m (id);

-- case: add foreign key to partitioned not valid
CREATE TABLE m (id int PRIMARY KEY, v int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
INSERT INTO m VALUES (1, 1);
CREATE TABLE t (mid int);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (mid) REFERENCES m (id) NOT VALID;

-- case: drop column partitioned
CREATE TABLE m (id int, v int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
-- run
ALTER TABLE m DROP COLUMN v;

-- case: rename column partitioned
CREATE TABLE m (id int, v int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
-- run
ALTER TABLE m RENAME COLUMN v TO w;

-- case: rename table partitioned
CREATE TABLE m (id int, v int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
-- run
ALTER TABLE m RENAME TO n;

-- case: set default partitioned
CREATE TABLE m (id int, v int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
-- run
ALTER TABLE m ALTER v SET DEFAULT 1;

-- case: set statistics partitioned
CREATE TABLE m (id int, v int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
-- run
ALTER TABLE m ALTER v SET STATISTICS 10;

-- case: set storage partitioned
CREATE TABLE m (id int, v text) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
-- run
ALTER TABLE m ALTER v SET STORAGE EXTERNAL;

-- case: owner partitioned
CREATE TABLE m (id int, v text) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
-- run
ALTER TABLE m OWNER TO somebody;

-- case: set schema partitioned
CREATE SCHEMA IF NOT EXISTS s2;
CREATE TABLE m (id int, v text) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
-- run
ALTER TABLE m SET SCHEMA s2;

-- case: set not null partitioned
CREATE TABLE m (id int, v text) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
INSERT INTO m VALUES (1, 'a');
-- run
ALTER TABLE m ALTER v SET NOT NULL;

-- case: drop not null partitioned
CREATE TABLE m (id int, v text NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
INSERT INTO m VALUES (1, 'a');
-- run
ALTER TABLE m ALTER v DROP NOT NULL;

-- case: drop constraint check partitioned
CREATE TABLE m (id int, v text, CONSTRAINT c CHECK (id > 0)) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
INSERT INTO m VALUES (1, 'a');
-- run
ALTER TABLE m DROP CONSTRAINT c;

-- case: drop primary key partitioned
CREATE TABLE m (id int PRIMARY KEY, v text) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
INSERT INTO m VALUES (1, 'a');
-- run
ALTER TABLE m DROP CONSTRAINT m_pkey;

-- case: create trigger partitioned
CREATE FUNCTION f() RETURNS TRIGGER LANGUAGE plpgsql AS 'begin return new; end';
CREATE TABLE m (id int, v text) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
INSERT INTO m VALUES (1, 'a');
-- run
CREATE TRIGGER tr AFTER INSERT ON m FOR EACH ROW EXECUTE FUNCTION f();

-- case: drop trigger partitioned
CREATE FUNCTION f() RETURNS TRIGGER LANGUAGE plpgsql AS 'begin return new; end';
CREATE TABLE m (id int, v text) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
CREATE TRIGGER tr AFTER INSERT ON m FOR EACH ROW EXECUTE FUNCTION f();
-- run
DROP TRIGGER tr ON m;

-- case: disable trigger partitioned
CREATE FUNCTION f() RETURNS TRIGGER LANGUAGE plpgsql AS 'begin return new; end';
CREATE TABLE m (id int, v text) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
CREATE TRIGGER tr AFTER INSERT ON m FOR EACH ROW EXECUTE FUNCTION f();
-- run
ALTER TABLE m DISABLE TRIGGER tr;

-- case: truncate partitioned
CREATE TABLE m (id int, v text) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
-- run
TRUNCATE m;

-- case: lock partitioned
CREATE TABLE m (id int, v text) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
-- run
LOCK TABLE m;

-- case: drop index partitioned
CREATE TABLE m (id int, v text) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
CREATE INDEX ix ON m (id);
-- run
DROP INDEX ix;

-- case: comment partitioned
CREATE TABLE m (id int, v text) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
CREATE INDEX ix ON m (id);
-- run
COMMENT ON TABLE m IS 'x';

-- case: rls partitioned
CREATE TABLE m (id int, v text) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
CREATE INDEX ix ON m (id);
-- run
ALTER TABLE m ENABLE ROW LEVEL SECURITY;

-- case: replica identity partitioned
CREATE TABLE m (id int, v text) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
CREATE INDEX ix ON m (id);
-- run
ALTER TABLE m REPLICA IDENTITY FULL;

-- case: create policy partitioned
CREATE TABLE m (id int, v text) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
-- run
CREATE POLICY p ON m USING (true);

-- case: analyze partitioned
CREATE TABLE m (id int, v text) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
-- run
ANALYZE m;

-- case: update partitioned
CREATE TABLE m (id int, v text) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
INSERT INTO m VALUES (1, 'a');
-- run
UPDATE m SET v = 'x';

-- case: insert partitioned
CREATE TABLE m (id int, v text) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
INSERT INTO m VALUES (1, 'a');
-- run
INSERT INTO m VALUES (2, 'x');

-- case: type change partitioned
CREATE TABLE m (id int, v int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
INSERT INTO m VALUES (1, 1);
-- run
ALTER TABLE m ALTER v TYPE bigint;

-- case: reindex table partitioned
CREATE TABLE m (id int, v text) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
CREATE INDEX ix ON m (id);
INSERT INTO m VALUES (1, 'a');
-- run
REINDEX TABLE m1;

-- case: alter table set logged partition
CREATE TABLE m (id int, v text) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
CREATE INDEX ix ON m (id);
INSERT INTO m VALUES (1, 'a');
-- run
ALTER TABLE m1 SET UNLOGGED;

-- case: partition key
CREATE TABLE t (id int, c int) PARTITION BY RANGE (id);
-- run
ALTER TABLE t ALTER id TYPE bigint;

-- case: attach with parent index, child without
CREATE TABLE m (id int, v text) PARTITION BY RANGE (id);
CREATE INDEX ix ON m (v);
CREATE TABLE m2 (id int NOT NULL, v text);
INSERT INTO m2 VALUES (11, 'a');
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM (10) TO (20);

-- case: attach with parent primary key, child without (not null)
CREATE TABLE m (id int PRIMARY KEY, v text) PARTITION BY RANGE (id);
CREATE TABLE m2 (id int NOT NULL, v text);
INSERT INTO m2 VALUES (11, 'a');
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM (10) TO (20);

-- case: attach with parent index, child has it
CREATE TABLE m (id int, v text) PARTITION BY RANGE (id);
CREATE INDEX ix ON m (v);
CREATE TABLE m2 (id int NOT NULL, v text);
CREATE INDEX i2 ON m2 (v);
INSERT INTO m2 VALUES (11, 'a');
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM (10) TO (20);

-- case: attach with parent foreign key
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1);
CREATE TABLE m (id int, v int REFERENCES r) PARTITION BY RANGE (id);
CREATE TABLE m2 (id int NOT NULL, v int);
INSERT INTO m2 VALUES (11, 1);
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM (10) TO (20);

-- case: attach with parent foreign key, child has foreign key
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1);
CREATE TABLE m (id int, v int REFERENCES r) PARTITION BY RANGE (id);
CREATE TABLE m2 (id int NOT NULL, v int REFERENCES r);
INSERT INTO m2 VALUES (11, 1);
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM (10) TO (20);

-- case: attach check with column not null column
CREATE TABLE m (id int, v int) PARTITION BY RANGE (id);
CREATE TABLE m2 (id int NOT NULL, v int, CHECK (id >= 10 AND id < 20));
INSERT INTO m2 VALUES (11, 1);
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM (10) TO (20);

-- case: attach check without not null
CREATE TABLE m (id int, v int) PARTITION BY RANGE (id);
CREATE TABLE m2 (id int, v int, CHECK (id >= 10 AND id < 20));
INSERT INTO m2 VALUES (11, 1);
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM (10) TO (20);

-- case: attach check tighter
CREATE TABLE m (id int, v int) PARTITION BY RANGE (id);
CREATE TABLE m2 (id int NOT NULL, v int, CHECK (id >= 12 AND id < 15));
INSERT INTO m2 VALUES (13, 1);
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM (10) TO (20);

-- case: attach check eq bounds >9
CREATE TABLE m (id int, v int) PARTITION BY RANGE (id);
CREATE TABLE m2 (id int NOT NULL, v int, CHECK (id > 9 AND id <= 19));
INSERT INTO m2 VALUES (13, 1);
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM (10) TO (20);

-- case: attach two checks
CREATE TABLE m (id int, v int) PARTITION BY RANGE (id);
CREATE TABLE m2 (id int NOT NULL, v int, CHECK (id >= 10), CHECK (id < 20));
INSERT INTO m2 VALUES (13, 1);
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM (10) TO (20);

-- case: attach between
CREATE TABLE m (id int, v int) PARTITION BY RANGE (id);
CREATE TABLE m2 (id int NOT NULL, v int, CHECK (id BETWEEN 10 AND 19));
INSERT INTO m2 VALUES (13, 1);
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM (10) TO (20);

-- case: attach list in
CREATE TABLE m (id int, v text) PARTITION BY LIST (v);
CREATE TABLE m2 (id int, v text NOT NULL, CHECK (v IN ('a', 'b')));
INSERT INTO m2 VALUES (13, 'a');
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES IN ('a', 'b');

-- case: attach list in no notnull
CREATE TABLE m (id int, v text) PARTITION BY LIST (v);
CREATE TABLE m2 (id int, v text, CHECK (v IN ('a', 'b')));
INSERT INTO m2 VALUES (13, 'a');
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES IN ('a', 'b');

-- case: attach list subset
CREATE TABLE m (id int, v text) PARTITION BY LIST (v);
CREATE TABLE m2 (id int, v text NOT NULL, CHECK (v = 'a'));
INSERT INTO m2 VALUES (13, 'a');
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES IN ('a', 'b');

-- case: attach list with null
-- cautious: a check that lets NULL through is not looked into
CREATE TABLE m (id int, v text) PARTITION BY LIST (v);
CREATE TABLE m2 (id int, v text, CHECK (v = 'a' OR v IS NULL));
INSERT INTO m2 VALUES (13, 'a');
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES IN ('a', NULL);

-- case: attach minvalue
CREATE TABLE m (id int, v int) PARTITION BY RANGE (id);
CREATE TABLE m2 (id int NOT NULL, v int, CHECK (id < 20));
INSERT INTO m2 VALUES (13, 1);
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM (MINVALUE) TO (20);

-- case: attach date literal
CREATE TABLE m (d date) PARTITION BY RANGE (d);
CREATE TABLE m2 (d date NOT NULL, CHECK (d >= '2024-01-01' AND d < '2024-02-01'));
INSERT INTO m2 VALUES ('2024-01-03');
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');

-- case: attach date literal typed
CREATE TABLE m (d date) PARTITION BY RANGE (d);
CREATE TABLE m2 (d date NOT NULL, CHECK (d >= date '2024-01-01' AND d < '2024-02-01'::date));
INSERT INTO m2 VALUES ('2024-01-03');
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');

-- case: attach not valid check
CREATE TABLE m (id int, v int) PARTITION BY RANGE (id);
CREATE TABLE m2 (id int NOT NULL, v int);
ALTER TABLE m2 ADD CHECK (id >= 10 AND id < 20) NOT VALID;
INSERT INTO m2 VALUES (11, 1);
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM (10) TO (20);

-- case: attach default partition itself
CREATE TABLE m (id int, v int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
CREATE TABLE md (id int, v int);
INSERT INTO md VALUES (50, 1);
-- run
ALTER TABLE m ATTACH PARTITION md DEFAULT;

-- case: attach default partition itself only
CREATE TABLE m (id int, v int) PARTITION BY RANGE (id);
CREATE TABLE md (id int, v int);
INSERT INTO md VALUES (50, 1);
-- run
ALTER TABLE m ATTACH PARTITION md DEFAULT;

-- case: attach where default has check
CREATE TABLE m (id int, v int) PARTITION BY RANGE (id);
CREATE TABLE md PARTITION OF m DEFAULT;
ALTER TABLE md ADD CHECK (id IS NOT NULL AND (id < 10 OR id >= 20));
INSERT INTO md VALUES (50, 1);
CREATE TABLE m2 (id int NOT NULL, v int, CHECK (id >= 10 AND id < 20));
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM (10) TO (20);

-- case: attach where default has simple check
CREATE TABLE m (id int, v int) PARTITION BY RANGE (id);
CREATE TABLE md PARTITION OF m DEFAULT;
ALTER TABLE md ADD CHECK (id >= 20), ALTER id SET NOT NULL;
INSERT INTO md VALUES (50, 1);
CREATE TABLE m2 (id int NOT NULL, v int, CHECK (id >= 10 AND id < 20));
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM (10) TO (20);

-- case: attach hash
CREATE TABLE m (id int, v int) PARTITION BY HASH (id);
CREATE TABLE m2 (id int NOT NULL, v int);
INSERT INTO m2 SELECT n, 1 FROM generate_series(1, 20) n
  WHERE satisfies_hash_partition('m'::regclass, 2, 0, n);
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES WITH (MODULUS 2, REMAINDER 0);

-- case: attach sub-partitioned child
CREATE TABLE m (id int, v int) PARTITION BY RANGE (id);
CREATE TABLE m2 (id int NOT NULL, v int) PARTITION BY LIST (v);
CREATE TABLE m21 PARTITION OF m2 FOR VALUES IN (1);
INSERT INTO m2 VALUES (11, 1);
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM (10) TO (20);

-- case: detach with default exists
CREATE TABLE m (id int, v int) PARTITION BY RANGE (id);
CREATE TABLE md PARTITION OF m DEFAULT;
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
-- run
ALTER TABLE m DETACH PARTITION m1;

-- case: detach with parent foreign key
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE m (id int, v int REFERENCES r) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
-- run
ALTER TABLE m DETACH PARTITION m1;

-- case: detach with parent referenced
CREATE TABLE m (id int PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
CREATE TABLE t (mid int REFERENCES m);
INSERT INTO m VALUES (1);
INSERT INTO t VALUES (NULL);
-- run
ALTER TABLE m DETACH PARTITION m1;

-- case: create table partition of with index and foreign key
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE m (id int, v int REFERENCES r) PARTITION BY RANGE (id);
CREATE INDEX ix ON m (v);
-- run
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);

-- case: drop partition with default
CREATE TABLE m (id int, v int) PARTITION BY RANGE (id);
CREATE TABLE md PARTITION OF m DEFAULT;
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
-- run
DROP TABLE m1;

-- case: drop parent
CREATE TABLE m (id int, v int) PARTITION BY RANGE (id);
CREATE TABLE md PARTITION OF m DEFAULT;
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
-- run
DROP TABLE m;

-- case: index attach
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
CREATE INDEX ix ON ONLY m(id);
CREATE INDEX i1 ON m1 (id);
-- run
ALTER INDEX ix ATTACH PARTITION i1;

-- case: domain add constraint partitioned
CREATE DOMAIN d int;
CREATE TABLE t (id int, c d) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (10);
INSERT INTO t VALUES (1, 1);
-- run
ALTER DOMAIN d ADD CONSTRAINT x CHECK (VALUE > 0);

-- case: reindex partitioned
CREATE TABLE m (id int, v text) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
CREATE INDEX ix ON m (id);
-- run
REINDEX TABLE m;

-- case: detach concurrently in a transaction
CREATE TABLE m (id int, v int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
-- run
ALTER TABLE m DETACH PARTITION m1 CONCURRENTLY;

-- case: cluster partitioned
CREATE TABLE m (id int, v int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
CREATE INDEX ix ON m (id);
-- run
CLUSTER m USING ix;

-- case: drop foreign key of partitioned referenced
CREATE TABLE m (id int PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
CREATE TABLE t (c int CONSTRAINT fk REFERENCES m);
-- run
ALTER TABLE t DROP CONSTRAINT fk;

-- case: add identity on partitioned
CREATE TABLE m (id int NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
-- run
ALTER TABLE m ALTER id ADD GENERATED ALWAYS AS IDENTITY;

-- case: rename check partitioned
CREATE TABLE m (id int CONSTRAINT c CHECK (id > 0)) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
-- run
ALTER TABLE m RENAME CONSTRAINT c TO d;

-- case: attribute options partitioned
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
-- run
ALTER TABLE m ALTER id SET (n_distinct = 4);

-- case: compression partitioned
CREATE TABLE m (id int, v text) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
-- run
ALTER TABLE m ALTER v SET COMPRESSION pglz;

-- case: validate foreign key partitioned
-- from 18
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1);
CREATE TABLE m (id int, v int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
INSERT INTO m VALUES (1, 1);
ALTER TABLE m ADD CONSTRAINT fk FOREIGN KEY (v) REFERENCES r NOT VALID;
-- run
ALTER TABLE m VALIDATE CONSTRAINT fk;

-- case: validate foreign key to partitioned
CREATE TABLE m (id int PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
INSERT INTO m VALUES (1);
CREATE TABLE t (c int);
INSERT INTO t VALUES (1);
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (c) REFERENCES m NOT VALID;
-- run
ALTER TABLE t VALIDATE CONSTRAINT fk;

-- case: set not null partitioned w check
CREATE TABLE m (id int, v int, CHECK (v IS NOT NULL)) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
INSERT INTO m VALUES (1, 1);
-- run
ALTER TABLE m ALTER v SET NOT NULL;

-- case: add stored generated partitioned
CREATE TABLE m (id int, v int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
INSERT INTO m VALUES (1, 1);
-- run
ALTER TABLE m ADD w int GENERATED ALWAYS AS (v * 2) STORED;

-- case: add column check part
CREATE TABLE m (id int, v int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
INSERT INTO m VALUES (1, 1);
-- run
ALTER TABLE m ADD w int CHECK (w > 0);

-- case: SET TABLESPACE of a partitioned table
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
INSERT INTO m VALUES (1);
-- run
ALTER TABLE m SET TABLESPACE elsewhere;

-- case: SET ACCESS METHOD of a partitioned table
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
INSERT INTO m VALUES (1);
-- run
ALTER TABLE m SET ACCESS METHOD heap2;

-- case: DETACH CONCURRENTLY beside a default partition
-- alone
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
CREATE TABLE md PARTITION OF m DEFAULT;
-- run
ALTER TABLE m DETACH PARTITION m1 CONCURRENTLY;

-- case: DETACH FINALIZE
-- from 14
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
UPDATE pg_inherits SET inhdetachpending = true WHERE inhrelid = 'm1'::regclass;
-- run
ALTER TABLE m DETACH PARTITION m1 FINALIZE;

-- case: detaching the default partition
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
CREATE TABLE md PARTITION OF m DEFAULT;
-- run
ALTER TABLE m DETACH PARTITION md;

-- case: dropping the default partition
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
CREATE TABLE md PARTITION OF m DEFAULT;
-- run
DROP TABLE md;

-- case: a new default partition
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
-- run
CREATE TABLE md PARTITION OF m DEFAULT;

-- case: attaching where the default partition has a check below the bounds
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE md PARTITION OF m DEFAULT;
ALTER TABLE md ALTER COLUMN id SET NOT NULL, ADD CHECK (id < 10);
INSERT INTO m VALUES (5);
CREATE TABLE m2 (id int NOT NULL, CHECK (id >= 10 AND id < 20));
INSERT INTO m2 VALUES (11);
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM (10) TO (20);

-- case: attaching where the default partition has a check up to the bounds
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE md PARTITION OF m DEFAULT;
ALTER TABLE md ALTER COLUMN id SET NOT NULL, ADD CHECK (id <= 9);
INSERT INTO m VALUES (5);
CREATE TABLE m2 (id int NOT NULL, CHECK (id >= 10 AND id < 20));
INSERT INTO m2 VALUES (11);
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM (10) TO (20);

-- case: attaching values where the default partition has a check
CREATE TABLE m (v text) PARTITION BY LIST (v);
CREATE TABLE md PARTITION OF m DEFAULT;
ALTER TABLE md ALTER COLUMN v SET NOT NULL, ADD CHECK (v = 'z');
INSERT INTO m VALUES ('z');
CREATE TABLE m2 (v text NOT NULL, CHECK (v IN ('a', 'b')));
INSERT INTO m2 VALUES ('a');
-- cautious: whether a list of values excludes another is not looked into
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES IN ('a', 'b');

-- case: attaching bounds over two columns
CREATE TABLE m (a int, b int) PARTITION BY RANGE (a, b);
CREATE TABLE m2 (a int NOT NULL, b int NOT NULL, CHECK (a >= 1 AND a < 2));
INSERT INTO m2 VALUES (1, 1);
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM (1, 0) TO (2, 0);

-- case: attaching bounds over an expression
CREATE TABLE m (a int) PARTITION BY RANGE ((a + 1));
CREATE TABLE m2 (a int NOT NULL);
INSERT INTO m2 VALUES (1);
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM (0) TO (10);

-- case: attaching text bounds
CREATE TABLE m (v text) PARTITION BY RANGE (v);
CREATE TABLE m2 (v text NOT NULL, CHECK (v >= 'a' AND v < 'm'));
INSERT INTO m2 VALUES ('b');
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM ('a') TO ('m');

-- case: attaching text bounds with a wider check
CREATE TABLE m (v text) PARTITION BY RANGE (v);
CREATE TABLE m2 (v text NOT NULL, CHECK (v >= 'a' AND v < 'z'));
INSERT INTO m2 VALUES ('b');
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM ('a') TO ('m');

-- case: attaching with a date check that is tighter
CREATE TABLE m (d date) PARTITION BY RANGE (d);
CREATE TABLE m2 (d date NOT NULL, CHECK (d >= '2024-01-10' AND d < '2024-01-20'));
INSERT INTO m2 VALUES ('2024-01-13');
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');

-- case: attaching with a timestamp check
CREATE TABLE m (d timestamp) PARTITION BY RANGE (d);
CREATE TABLE m2 (d timestamp NOT NULL, CHECK (d >= '2024-01-01 00:00:00' AND d < '2024-02-01'));
INSERT INTO m2 VALUES ('2024-01-13');
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM ('2024-01-01') TO ('2024-02-01 00:00:00');

-- case: attaching up to MAXVALUE
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE m2 (id int NOT NULL, CHECK (id >= 10));
INSERT INTO m2 VALUES (11);
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM (10) TO (MAXVALUE);

-- case: attaching with an unenforced check
-- from 18
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE m2 (id int NOT NULL, CHECK (id >= 10 AND id < 20) NOT ENFORCED);
INSERT INTO m2 VALUES (11);
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM (10) TO (20);

-- case: attaching where the child's foreign key goes elsewhere
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1);
CREATE TABLE q (id int PRIMARY KEY);
INSERT INTO q VALUES (1);
CREATE TABLE m (id int, v int REFERENCES r) PARTITION BY RANGE (id);
CREATE TABLE m2 (id int NOT NULL, v int REFERENCES q);
INSERT INTO m2 VALUES (11, 1);
-- run
ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM (10) TO (20);

-- case: CREATE TABLE PARTITION OF over what the default partition can't have
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE md PARTITION OF m DEFAULT;
ALTER TABLE md ALTER COLUMN id SET NOT NULL, ADD CHECK (id >= 100);
INSERT INTO m VALUES (500);
-- run
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (100);

-- case: a column of a table with partitions of partitions
CREATE TABLE m (id int, v int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10) PARTITION BY LIST (v);
CREATE TABLE m11 PARTITION OF m1 FOR VALUES IN (1);
INSERT INTO m VALUES (1, 1);
-- run
ALTER TABLE m ADD COLUMN c uuid DEFAULT gen_random_uuid();

-- case: SELECT from a partitioned table
CREATE TABLE m (id int) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
INSERT INTO m VALUES (1);
-- run
SELECT count(*) FROM m;

-- case: TRUNCATE of a partition
CREATE TABLE m (id int PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
INSERT INTO m VALUES (1);
-- run
TRUNCATE m1;
