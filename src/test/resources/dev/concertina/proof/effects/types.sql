-- # The type of a column

-- case: TYPE varchar(10) to varchar(20)
CREATE TABLE t (id int PRIMARY KEY, v varchar(10));
INSERT INTO t VALUES (1, 'a'), (2, 'b');
-- run
ALTER TABLE t ALTER COLUMN v TYPE varchar(20);

-- case: TYPE varchar(10) to varchar(20), indexed
CREATE TABLE t (id int PRIMARY KEY, v varchar(10));
INSERT INTO t VALUES (1, 'a'), (2, 'b');
CREATE INDEX t_v_idx ON t (v);
-- run
ALTER TABLE t ALTER COLUMN v TYPE varchar(20);

-- case: TYPE varchar(10) to varchar(5)
CREATE TABLE t (id int PRIMARY KEY, v varchar(10));
INSERT INTO t VALUES (1, 'a'), (2, 'b');
-- run
ALTER TABLE t ALTER COLUMN v TYPE varchar(5);

-- case: TYPE varchar(10) to varchar
CREATE TABLE t (id int PRIMARY KEY, v varchar(10));
INSERT INTO t VALUES (1, 'a'), (2, 'b');
-- run
ALTER TABLE t ALTER COLUMN v TYPE varchar;

-- case: TYPE varchar(10) to text
CREATE TABLE t (id int PRIMARY KEY, v varchar(10));
INSERT INTO t VALUES (1, 'a'), (2, 'b');
-- run
ALTER TABLE t ALTER COLUMN v TYPE text;

-- case: TYPE varchar(10) to text, indexed
CREATE TABLE t (id int PRIMARY KEY, v varchar(10));
INSERT INTO t VALUES (1, 'a'), (2, 'b');
CREATE INDEX t_v_idx ON t (v);
-- run
ALTER TABLE t ALTER COLUMN v TYPE text;

-- case: TYPE text to varchar
CREATE TABLE t (id int PRIMARY KEY, s text);
INSERT INTO t VALUES (1, 'x'), (2, 'y');
-- run
ALTER TABLE t ALTER COLUMN s TYPE varchar;

-- case: TYPE text to varchar(50)
CREATE TABLE t (id int PRIMARY KEY, s text);
INSERT INTO t VALUES (1, 'x'), (2, 'y');
-- run
ALTER TABLE t ALTER COLUMN s TYPE varchar(50);

-- case: TYPE text to varchar, indexed
CREATE TABLE t (id int PRIMARY KEY, s text);
INSERT INTO t VALUES (1, 'x'), (2, 'y');
CREATE INDEX t_s_idx ON t (s);
-- run
ALTER TABLE t ALTER COLUMN s TYPE varchar;

-- case: TYPE int to bigint
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
ALTER TABLE t ALTER COLUMN a TYPE bigint;

-- case: TYPE int to bigint, indexed
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
CREATE INDEX t_a_idx ON t (a);
-- run
ALTER TABLE t ALTER COLUMN a TYPE bigint;

-- case: TYPE bigint to int
CREATE TABLE t (id int PRIMARY KEY, b bigint);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
ALTER TABLE t ALTER COLUMN b TYPE int;

-- case: TYPE numeric(10,2) to numeric(12,2)
CREATE TABLE t (id int PRIMARY KEY, n numeric(10,2));
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
ALTER TABLE t ALTER COLUMN n TYPE numeric(12,2);

-- case: TYPE numeric(10,2) to numeric(12,4)
CREATE TABLE t (id int PRIMARY KEY, n numeric(10,2));
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
ALTER TABLE t ALTER COLUMN n TYPE numeric(12,4);

-- case: TYPE numeric(10,2) to numeric
CREATE TABLE t (id int PRIMARY KEY, n numeric(10,2));
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
ALTER TABLE t ALTER COLUMN n TYPE numeric;

-- case: TYPE numeric(10,2) to numeric(8,2)
CREATE TABLE t (id int PRIMARY KEY, n numeric(10,2));
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
ALTER TABLE t ALTER COLUMN n TYPE numeric(8,2);

-- case: TYPE timestamp to timestamptz (TZ=UTC)
CREATE TABLE t (id int PRIMARY KEY, ts timestamp);
INSERT INTO t VALUES (1, '2026-01-01'), (2, '2026-01-02');
-- run
SET timezone = 'UTC';
ALTER TABLE t ALTER COLUMN ts TYPE timestamptz;

-- case: TYPE timestamp to timestamptz (TZ=Europe/Berlin)
CREATE TABLE t (id int PRIMARY KEY, ts timestamp);
INSERT INTO t VALUES (1, '2026-01-01'), (2, '2026-01-02');
-- run
SET timezone = 'Europe/Berlin';
ALTER TABLE t ALTER COLUMN ts TYPE timestamptz;

-- case: TYPE timestamptz to timestamp (TZ=UTC)
CREATE TABLE t (id int PRIMARY KEY, tz timestamptz);
INSERT INTO t VALUES (1, '2026-01-01'), (2, '2026-01-02');
-- run
SET TIME ZONE 'UTC';
ALTER TABLE t ALTER COLUMN tz TYPE timestamp;

-- case: TYPE timestamp to timestamp(3)
CREATE TABLE t (id int PRIMARY KEY, ts timestamp);
INSERT INTO t VALUES (1, '2026-01-01'), (2, '2026-01-02');
-- run
ALTER TABLE t ALTER COLUMN ts TYPE timestamp(3);

-- case: TYPE timestamp(3) to timestamp(6)
CREATE TABLE t (id int PRIMARY KEY, ts3 timestamp(3));
INSERT INTO t VALUES (1, '2026-01-01'), (2, '2026-01-02');
-- run
ALTER TABLE t ALTER COLUMN ts3 TYPE timestamp(6);

-- case: TYPE json to jsonb
CREATE TABLE t (id int PRIMARY KEY, j json);
INSERT INTO t VALUES (1, '{}'), (2, '[]');
-- run
ALTER TABLE t ALTER COLUMN j TYPE jsonb;

-- case: TYPE char(5) to char(6)
CREATE TABLE t (id int PRIMARY KEY, c5 char(5));
INSERT INTO t VALUES (1, 'a'), (2, 'b');
-- run
ALTER TABLE t ALTER COLUMN c5 TYPE char(6);

-- case: TYPE char(5) to varchar(5)
CREATE TABLE t (id int PRIMARY KEY, c5 char(5));
INSERT INTO t VALUES (1, 'a'), (2, 'b');
-- run
ALTER TABLE t ALTER COLUMN c5 TYPE varchar(5);

-- case: text to uuid, USING
CREATE TABLE t (id int PRIMARY KEY, s text);
INSERT INTO t VALUES (1, '00000000-0000-0000-0000-000000000001'), (2, '00000000-0000-0000-0000-000000000002');
-- run
ALTER TABLE t ALTER COLUMN s TYPE uuid USING s::uuid;

-- case: TYPE varchar to enum USING
CREATE TABLE t (id int PRIMARY KEY, v varchar(10));
INSERT INTO t VALUES (1, 'a'), (2, 'b');
CREATE TYPE e AS ENUM ('a', 'b');
-- run
ALTER TABLE t ALTER COLUMN v TYPE e USING v::e;

-- case: TYPE same type (int to int)
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
ALTER TABLE t ALTER COLUMN a TYPE int;

-- case: TYPE text to text COLLATE "C"
CREATE TABLE t (id int PRIMARY KEY, s text);
INSERT INTO t VALUES (1, 'x'), (2, 'y');
-- run
ALTER TABLE t ALTER COLUMN s TYPE text COLLATE "C";

-- case: TYPE text to text COLLATE "C", indexed
CREATE TABLE t (id int PRIMARY KEY, s text);
INSERT INTO t VALUES (1, 'x'), (2, 'y');
CREATE INDEX t_s_idx ON t (s);
-- run
ALTER TABLE t ALTER COLUMN s TYPE text COLLATE "C";

-- case: TYPE int to int USING a (identity)
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
ALTER TABLE t ALTER COLUMN a TYPE int USING a;

-- case: TYPE int to int USING a+0
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
ALTER TABLE t ALTER COLUMN a TYPE int USING a + 0;

-- case: TYPE cidr to inet
CREATE TABLE t (id int PRIMARY KEY, ip cidr);
INSERT INTO t VALUES (1, '10.0.0.0/8'), (2, '11.0.0.0/8');
-- run
ALTER TABLE t ALTER COLUMN ip TYPE inet;

-- case: TYPE varbit(4) to varbit(8)
CREATE TABLE t (id int PRIMARY KEY, vb varbit(4));
INSERT INTO t VALUES (1, B'1'), (2, B'11');
-- run
ALTER TABLE t ALTER COLUMN vb TYPE varbit(8);

-- case: TYPE interval(3) to interval(6)
CREATE TABLE t (id int PRIMARY KEY, iv interval(3));
INSERT INTO t VALUES (1, '1 day'), (2, '2 days');
-- run
ALTER TABLE t ALTER COLUMN iv TYPE interval(6);

-- case: TYPE with CHECK on column varchar(10) to varchar(20)
CREATE TABLE t (id int PRIMARY KEY, v varchar(10));
INSERT INTO t VALUES (1, 'a'), (2, 'b');
ALTER TABLE t ADD CHECK (v <> '');
-- run
ALTER TABLE t ALTER COLUMN v TYPE varchar(20);

-- case: TYPE int to bigint on foreign key column
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t SELECT n, n FROM generate_series(1, 1000) n;
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r SELECT generate_series(1, 1000);
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES r (id);
-- run
ALTER TABLE t ALTER COLUMN a TYPE bigint;

-- case: TYPE int to bigint on referenced PK
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1), (2);
CREATE TABLE q (rid int REFERENCES r (id));
INSERT INTO q VALUES (1);
-- run
ALTER TABLE r ALTER COLUMN id TYPE bigint;

-- case: 2 x ALTER TYPE in one ALTER
CREATE TABLE t (id int PRIMARY KEY, a int, v varchar(10));
INSERT INTO t VALUES (1, 1, 'a'), (2, 2, 'b');
-- run
ALTER TABLE t ALTER COLUMN a TYPE bigint, ALTER COLUMN v TYPE varchar(5);

-- case: type int to domain over int unconstrained
CREATE DOMAIN d int;
CREATE TABLE t (id int PRIMARY KEY, c int);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE d;

-- case: type int to domain constrained
CREATE DOMAIN d int CHECK (VALUE > 0);
CREATE TABLE t (id int PRIMARY KEY, c int);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE d;

-- case: type domain constrained to int
CREATE DOMAIN d int CHECK (VALUE > 0);
CREATE TABLE t (id int PRIMARY KEY, c d);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE int;

-- case: type domain varchar(10) to varchar(20)
CREATE DOMAIN d varchar(10);
CREATE TABLE t (id int PRIMARY KEY, c d);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE varchar(20);

-- case: type varchar(10)[] to varchar(20)[]
CREATE TABLE t (id int PRIMARY KEY, c varchar(10)[]);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE varchar(20)[];

-- case: type varchar(10)[] to text[]
CREATE TABLE t (id int PRIMARY KEY, c varchar(10)[]);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE text[];

-- case: type int[] to bigint[]
CREATE TABLE t (id int PRIMARY KEY, c int[]);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE bigint[];

-- case: bit(4) to varbit
CREATE TABLE t (id int PRIMARY KEY, c bit(4));
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE varbit;

-- case: bit(4) to varbit(8)
CREATE TABLE t (id int PRIMARY KEY, c bit(4));
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE varbit(8);

-- case: varbit to varbit(8)
CREATE TABLE t (id int PRIMARY KEY, c varbit);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE varbit(8);

-- case: varbit(8) to varbit
CREATE TABLE t (id int PRIMARY KEY, c varbit(8));
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE varbit;

-- case: varbit(8) to varbit(4)
CREATE TABLE t (id int PRIMARY KEY, c varbit(8));
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE varbit(4);

-- case: varbit to bit(4)
CREATE TABLE t (id int PRIMARY KEY, c varbit);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE bit(4);

-- case: bit(4) to bit(8)
CREATE TABLE t (id int PRIMARY KEY, c bit(4));
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE bit(8);

-- case: text to char(5)
CREATE TABLE t (id int PRIMARY KEY, c text);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE char(5);

-- case: char(5) to text
CREATE TABLE t (id int PRIMARY KEY, c char(5));
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE text;

-- case: bpchar to text
CREATE TABLE t (id int PRIMARY KEY, c bpchar);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE text;

-- case: text to bpchar
CREATE TABLE t (id int PRIMARY KEY, c text);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE bpchar;

-- case: varchar(10) to bpchar
CREATE TABLE t (id int PRIMARY KEY, c varchar(10));
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE bpchar;

-- case: interval to interval(3)
CREATE TABLE t (id int PRIMARY KEY, c interval);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE interval(3);

-- case: interval to interval(6)
CREATE TABLE t (id int PRIMARY KEY, c interval);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE interval(6);

-- case: interval(3) to interval
CREATE TABLE t (id int PRIMARY KEY, c interval(3));
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE interval;

-- case: timestamp to timestamp(6)
CREATE TABLE t (id int PRIMARY KEY, c timestamp);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE timestamp(6);

-- case: timestamp(3) to timestamp
CREATE TABLE t (id int PRIMARY KEY, c timestamp(3));
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE timestamp;

-- case: time(3) to time(6)
CREATE TABLE t (id int PRIMARY KEY, c TIME(3));
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE TIME(6);

-- case: time(3) to timetz(3)
CREATE TABLE t (id int PRIMARY KEY, c TIME(3));
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE timetz;

-- case: timestamp(3) to timestamptz(3) UTC
CREATE TABLE t (id int PRIMARY KEY, c timestamp(3));
INSERT INTO t VALUES (1);
-- run
SET timezone = 'UTC';
ALTER TABLE t ALTER c TYPE timestamptz(3);

-- case: timestamp(3) to timestamptz UTC
CREATE TABLE t (id int PRIMARY KEY, c timestamp(3));
INSERT INTO t VALUES (1);
-- run
SET timezone = 'UTC';
ALTER TABLE t ALTER c TYPE timestamptz;

-- case: timestamp to timestamptz(3) UTC
CREATE TABLE t (id int PRIMARY KEY, c timestamp);
INSERT INTO t VALUES (1);
-- run
SET timezone = 'UTC';
ALTER TABLE t ALTER c TYPE timestamptz(3);

-- case: timestamp to timestamptz tz=GMT
CREATE TABLE t (id int PRIMARY KEY, c timestamp);
INSERT INTO t VALUES (1);
-- run
SET timezone = 'GMT';
ALTER TABLE t ALTER c TYPE timestamptz;

-- case: timestamp to timestamptz tz=Etc/UTC
CREATE TABLE t (id int PRIMARY KEY, c timestamp);
INSERT INTO t VALUES (1);
-- run
SET timezone = 'Etc/UTC';
ALTER TABLE t ALTER c TYPE timestamptz;

-- case: timestamp to timestamptz tz=0
CREATE TABLE t (id int PRIMARY KEY, c timestamp);
INSERT INTO t VALUES (1);
-- run
SET timezone = 0;
ALTER TABLE t ALTER c TYPE timestamptz;

-- case: timestamp to timestamptz UTC using c at time zone 'UTC'
CREATE TABLE t (id int PRIMARY KEY, c timestamp);
INSERT INTO t VALUES (1);
-- run
SET timezone = 'UTC';
ALTER TABLE t ALTER c TYPE timestamptz USING c AT TIME ZONE 'UTC';

-- case: timestamp to timestamptz UTC indexed
CREATE TABLE t (id int PRIMARY KEY, c timestamp);
CREATE INDEX ix ON t (c);
INSERT INTO t VALUES (1);
-- run
SET timezone = 'UTC';
ALTER TABLE t ALTER c TYPE timestamptz;

-- case: cidr to inet indexed
CREATE TABLE t (id int PRIMARY KEY, c cidr);
CREATE INDEX ix ON t (c);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE inet;

-- case: using c::text from varchar
CREATE TABLE t (id int PRIMARY KEY, c varchar(10));
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE text USING c::text;

-- case: using c::varchar(20)
CREATE TABLE t (id int PRIMARY KEY, c varchar(10));
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE varchar(20) USING c::varchar(20);

-- case: using c::varchar(20) to text
-- cautious: a cast in USING that is not the new type may change values
CREATE TABLE t (id int PRIMARY KEY, c varchar(10));
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE text USING CAST(c AS varchar(20));

-- case: using (c)
CREATE TABLE t (id int PRIMARY KEY, c varchar(10));
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE text USING (c);

-- case: using t.c
CREATE TABLE t (id int PRIMARY KEY, c varchar(10));
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE text USING t.c;

-- case: numeric to numeric(10,2)
CREATE TABLE t (id int PRIMARY KEY, c numeric);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE numeric(10, 2);

-- case: numeric(10) to numeric(12)
CREATE TABLE t (id int PRIMARY KEY, c numeric(10));
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE numeric(12);

-- case: numeric(10) to numeric(12,0)
CREATE TABLE t (id int PRIMARY KEY, c numeric(10));
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE numeric(12, 0);

-- case: int to oid
CREATE TABLE t (id int PRIMARY KEY, c int);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE oid;

-- case: xml to text
CREATE TABLE t (id int PRIMARY KEY, c xml);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE text;

-- case: inet to cidr
CREATE TABLE t (id int PRIMARY KEY, c inet);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE cidr;

-- case: varchar indexed pattern ops
CREATE TABLE t (id int PRIMARY KEY, c varchar(10));
CREATE INDEX ix ON t (c varchar_pattern_ops);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE text;

-- case: varchar indexed expression
CREATE TABLE t (id int PRIMARY KEY, c varchar(10));
CREATE INDEX ix ON t (lower(c));
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE varchar(20);

-- case: varchar indexed partial predicate
CREATE TABLE t (id int PRIMARY KEY, c varchar(10));
CREATE INDEX ix ON t (id) WHERE c = 'a';
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE varchar(20);

-- case: varchar to text indexed partial predicate
CREATE TABLE t (id int PRIMARY KEY, c varchar(10));
CREATE INDEX ix ON t (id) WHERE c = 'a';
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE text;

-- case: varchar to text indexed expression
CREATE TABLE t (id int PRIMARY KEY, c varchar(10));
CREATE INDEX ix ON t (lower(c));
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE text;

-- case: varchar(10) to (20) unique constraint
CREATE TABLE t (id int PRIMARY KEY, c varchar(10) UNIQUE);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE varchar(20);

-- case: varchar(10) to (20) free on foreign key column
CREATE TABLE r (c varchar(10) PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, c varchar(10) REFERENCES r);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE varchar(20);

-- case: varchar(10) to (20) on referenced
CREATE TABLE r (c varchar(10) PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, c varchar(10) REFERENCES r);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE r ALTER c TYPE varchar(20);

-- case: type change on referenced not valid foreign key
CREATE TABLE r (c int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, c int);
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (c) REFERENCES r NOT VALID;
INSERT INTO t VALUES (1);
INSERT INTO r VALUES (1);
-- run
ALTER TABLE r ALTER c TYPE bigint;

-- case: type with not valid check
CREATE TABLE t (id int PRIMARY KEY, c varchar(10));
ALTER TABLE t ADD CHECK (c <> '') NOT VALID;
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE varchar(20);

-- case: view depends
CREATE TABLE t (id int PRIMARY KEY, c varchar(10));
CREATE VIEW v AS SELECT c FROM t;
-- run
ALTER TABLE t ALTER c TYPE varchar(20);

-- case: view does not depend
CREATE TABLE t (id int PRIMARY KEY, c varchar(10));
CREATE VIEW v AS SELECT id FROM t;
-- run
ALTER TABLE t ALTER c TYPE varchar(20);

-- case: generated column depends
-- unknown: what a generated column reads
CREATE TABLE t (id int PRIMARY KEY, c int, g int GENERATED ALWAYS AS (c * 2) STORED);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE bigint;

-- case: trigger when/of column
-- unknown: which columns a trigger names
CREATE FUNCTION f() RETURNS TRIGGER LANGUAGE plpgsql AS 'begin return new; end';
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE TRIGGER tr BEFORE UPDATE OF c ON t FOR EACH ROW EXECUTE FUNCTION f();
-- run
ALTER TABLE t ALTER c TYPE bigint;

-- case: policy
-- unknown: which columns a policy reads
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE POLICY p ON t USING (c > 0);
-- run
ALTER TABLE t ALTER c TYPE bigint;

-- case: identity column int to bigint
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, c int);
INSERT INTO t (c) VALUES (1);
-- run
ALTER TABLE t ALTER id TYPE bigint;

-- case: citext free
CREATE EXTENSION IF NOT EXISTS citext;
CREATE TABLE t (id int PRIMARY KEY, c text);
INSERT INTO t VALUES (1, 'a');
-- run
ALTER TABLE t ALTER c TYPE citext;

-- case: citext to text
CREATE EXTENSION IF NOT EXISTS citext;
CREATE TABLE t (id int PRIMARY KEY, c citext);
INSERT INTO t VALUES (1, 'a');
-- run
ALTER TABLE t ALTER c TYPE text;

-- case: citext to varchar(20)
CREATE EXTENSION IF NOT EXISTS citext;
CREATE TABLE t (id int PRIMARY KEY, c citext);
INSERT INTO t VALUES (1, 'a');
-- run
ALTER TABLE t ALTER c TYPE varchar(20);

-- case: citext indexed
CREATE EXTENSION IF NOT EXISTS citext;
CREATE TABLE t (id int PRIMARY KEY, c text);
CREATE INDEX ix ON t (c);
INSERT INTO t VALUES (1, 'a');
-- run
ALTER TABLE t ALTER c TYPE citext;

-- case: int to oid indexed
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE INDEX ix ON t (c);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE oid;

-- case: bit to varbit indexed
CREATE TABLE t (id int PRIMARY KEY, c bit(4));
CREATE INDEX ix ON t (c);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE varbit;

-- case: text to bpchar indexed
CREATE TABLE t (id int PRIMARY KEY, c text);
CREATE INDEX ix ON t (c);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE bpchar;

-- case: char(5) to bpchar
CREATE TABLE t (id int PRIMARY KEY, c char(5));
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE bpchar;

-- case: timestamp to timestamptz(6) utc
CREATE TABLE t (id int PRIMARY KEY, c timestamp);
INSERT INTO t VALUES (1);
-- run
SET timezone = 'UTC';
ALTER TABLE t ALTER c TYPE timestamptz(6);

-- case: timestamptz(6) to timestamptz
CREATE TABLE t (id int PRIMARY KEY, c timestamptz(6));
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE timestamptz;

-- case: include column type
CREATE TABLE t (id int PRIMARY KEY, c varchar(10));
CREATE INDEX ix ON t (id) INCLUDE (c);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE text;

-- case: same type expr index
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE INDEX ix ON t ((c + 1));
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE int;

-- case: same type foreign key
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, c int REFERENCES r);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c TYPE int;

-- case: drop default and change type
CREATE TYPE e AS ENUM('a');
CREATE TABLE t (id int, c e DEFAULT 'a');
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER c DROP DEFAULT, ALTER c TYPE text;

-- case: USING with a cast of the column in quotes
CREATE TABLE t (id int PRIMARY KEY, c varchar(10));
INSERT INTO t VALUES (1, 'a');
-- run
ALTER TABLE t ALTER COLUMN c TYPE text USING "c"::text;

-- case: USING with CAST to the new type
CREATE TABLE t (id int PRIMARY KEY, c varchar(10));
INSERT INTO t VALUES (1, 'a');
-- run
ALTER TABLE t ALTER COLUMN c TYPE text USING CAST(c AS text);

-- case: USING with another column
CREATE TABLE t (id int PRIMARY KEY, c int, d int);
INSERT INTO t VALUES (1, 1, 2);
-- run
ALTER TABLE t ALTER COLUMN c TYPE int USING d;

-- case: COLLATE "default" on a column that has it
CREATE TABLE t (id int PRIMARY KEY, c text);
CREATE INDEX ix ON t (c);
INSERT INTO t VALUES (1, 'a');
-- run
ALTER TABLE t ALTER COLUMN c TYPE text COLLATE "default";

-- case: a wider type beside a column that references
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1);
CREATE TABLE t (id int PRIMARY KEY, c int REFERENCES r, v varchar(10));
INSERT INTO t VALUES (1, 1, 'a');
-- run
ALTER TABLE t ALTER COLUMN v TYPE varchar(20);

-- case: a wider type of a referenced table's other column
CREATE TABLE r (id int PRIMARY KEY, v varchar(10));
CREATE TABLE t (id int PRIMARY KEY, c int REFERENCES r);
-- run
ALTER TABLE r ALTER COLUMN v TYPE varchar(20);

-- case: a wider type with a check that is not enforced
-- from 18
CREATE TABLE t (id int PRIMARY KEY, v varchar(10), CHECK (v <> '') NOT ENFORCED);
INSERT INTO t VALUES (1, 'a');
-- run
ALTER TABLE t ALTER COLUMN v TYPE varchar(20);

-- case: bigint under a foreign key that is not enforced
-- from 18
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1);
CREATE TABLE t (id int PRIMARY KEY, c int, FOREIGN KEY (c) REFERENCES r NOT ENFORCED);
INSERT INTO t VALUES (1, 1);
-- run
ALTER TABLE t ALTER COLUMN c TYPE bigint;

-- case: timestamp to date
CREATE TABLE t (id int PRIMARY KEY, c timestamp);
INSERT INTO t VALUES (1, '2026-01-01');
-- run
ALTER TABLE t ALTER COLUMN c TYPE date;

-- case: int to an array
CREATE TABLE t (id int PRIMARY KEY, c int);
INSERT INTO t VALUES (1, 1);
-- run
ALTER TABLE t ALTER COLUMN c TYPE int[] USING ARRAY[c];

-- case: bigint of what an unenforced foreign key references
-- from 18
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1);
CREATE TABLE t (id int PRIMARY KEY, c int, FOREIGN KEY (c) REFERENCES r NOT ENFORCED);
INSERT INTO t VALUES (1, 1);
-- run
ALTER TABLE r ALTER COLUMN id TYPE bigint;
