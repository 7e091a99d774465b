-- # Columns

-- case: ADD COLUMN nullable
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
ALTER TABLE t ADD COLUMN c int;

-- case: ADD COLUMN IF NOT EXISTS (exists)
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
ALTER TABLE t ADD COLUMN IF NOT EXISTS a int;

-- case: ADD COLUMN DEFAULT constant
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
ALTER TABLE t ADD COLUMN c int DEFAULT 5;

-- case: ADD COLUMN NOT NULL DEFAULT constant
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
ALTER TABLE t ADD COLUMN c int NOT NULL DEFAULT 5;

-- case: ADD COLUMN DEFAULT now(), stable
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
ALTER TABLE t ADD COLUMN c timestamptz DEFAULT now();

-- case: ADD COLUMN DEFAULT clock_timestamp(), volatile
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
ALTER TABLE t ADD COLUMN c timestamptz DEFAULT clock_timestamp();

-- case: ADD COLUMN DEFAULT random()
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
ALTER TABLE t ADD COLUMN c double precision DEFAULT random();

-- case: ADD COLUMN DEFAULT gen_random_uuid()
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
ALTER TABLE t ADD COLUMN c uuid DEFAULT gen_random_uuid();

-- case: ADD COLUMN NOT NULL no default (rows)
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
ALTER TABLE t ADD COLUMN c int NOT NULL;

-- case: ADD COLUMN serial
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
ALTER TABLE t ADD COLUMN c serial;

-- case: ADD COLUMN GENERATED AS IDENTITY
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
ALTER TABLE t ADD COLUMN c int GENERATED ALWAYS AS IDENTITY;

-- case: ADD COLUMN GENERATED STORED
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
ALTER TABLE t ADD COLUMN c int GENERATED ALWAYS AS (a * 2) STORED;

-- case: ADD COLUMN GENERATED VIRTUAL
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
ALTER TABLE t ADD COLUMN c int GENERATED ALWAYS AS (a * 2) VIRTUAL;

-- case: ADD COLUMN with CHECK
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
ALTER TABLE t ADD COLUMN c int CHECK (c > 0);

-- case: ADD COLUMN DEFAULT constant with CHECK
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
ALTER TABLE t ADD COLUMN c int DEFAULT 5 CHECK (c > 0);

-- case: ADD COLUMN UNIQUE
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
ALTER TABLE t ADD COLUMN c int UNIQUE;

-- case: ADD COLUMN REFERENCES (nullable no default)
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1), (2);
-- run
ALTER TABLE t ADD COLUMN c int REFERENCES r (id);

-- case: ADD COLUMN REFERENCES DEFAULT constant
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1), (2);
-- run
ALTER TABLE t ADD COLUMN c int DEFAULT 1 REFERENCES r (id);

-- case: ADD COLUMN domain with CHECK
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
CREATE DOMAIN d AS int CHECK (VALUE > 0);
-- run
ALTER TABLE t ADD COLUMN c d;

-- case: ADD COLUMN domain with CHECK DEFAULT constant
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
CREATE DOMAIN d AS int CHECK (VALUE > 0);
-- run
ALTER TABLE t ADD COLUMN c d DEFAULT 5;

-- case: ADD COLUMN enum DEFAULT constant
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
CREATE TYPE e AS ENUM ('a', 'b');
-- run
ALTER TABLE t ADD COLUMN c e DEFAULT 'a';

-- case: DROP COLUMN
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
ALTER TABLE t DROP COLUMN a;

-- case: RENAME COLUMN
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
ALTER TABLE t RENAME COLUMN a TO z;

-- case: SET DEFAULT
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
ALTER TABLE t ALTER COLUMN a SET DEFAULT 5;

-- case: DROP DEFAULT
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
ALTER TABLE t ALTER COLUMN a DROP DEFAULT;

-- case: ALTER COLUMN SET STATISTICS
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
ALTER TABLE t ALTER COLUMN a SET STATISTICS 500;

-- case: ALTER COLUMN SET STORAGE
CREATE TABLE t (id int PRIMARY KEY, s text);
INSERT INTO t VALUES (1, 'x'), (2, 'y');
-- run
ALTER TABLE t ALTER COLUMN s SET STORAGE EXTERNAL;

-- case: ALTER COLUMN SET COMPRESSION
CREATE TABLE t (id int PRIMARY KEY, s text);
INSERT INTO t VALUES (1, 'x'), (2, 'y');
-- run
ALTER TABLE t ALTER COLUMN s SET COMPRESSION pglz;

-- case: ADD GENERATED IDENTITY on existing column
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
ALTER TABLE t ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY;

-- case: DROP EXPRESSION
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
ALTER TABLE t ADD COLUMN c int GENERATED ALWAYS AS (a * 2) STORED;
-- run
ALTER TABLE t ALTER COLUMN c DROP EXPRESSION;

-- case: SET EXPRESSION
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
ALTER TABLE t ADD COLUMN c int GENERATED ALWAYS AS (a * 2) STORED;
-- run
ALTER TABLE t ALTER COLUMN c SET EXPRESSION AS (a * 3);

-- case: add column domain notnull only with default
CREATE DOMAIN d int NOT NULL;
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ADD c d DEFAULT 1;

-- case: add column plain domain
CREATE DOMAIN d int;
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ADD c d DEFAULT 1;

-- case: add column domain with default volatile in domain
-- unknown: the schema does not keep the default of a domain
CREATE DOMAIN d float DEFAULT random();
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ADD c d;

-- case: add column array of constrained domain
CREATE DOMAIN d int CHECK (VALUE > 0);
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ADD c d[];

-- case: drop column with view
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE VIEW v AS SELECT c FROM t;
-- run
ALTER TABLE t DROP COLUMN c;

-- case: drop column with view cascade
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE VIEW v AS SELECT c FROM t;
-- run
ALTER TABLE t DROP COLUMN c CASCADE;

-- case: drop column with index and foreign key
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, c int REFERENCES r);
CREATE INDEX ix ON t (c);
-- run
ALTER TABLE t DROP COLUMN c;

-- case: drop referenced column cascade
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, c int REFERENCES r);
CREATE INDEX ix ON t (c);
-- run
ALTER TABLE r DROP COLUMN id CASCADE;

-- case: rename column with view, foreign key, index
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, c int REFERENCES r);
CREATE INDEX ix ON t (c);
CREATE VIEW v AS SELECT c FROM t;
-- run
ALTER TABLE t RENAME c TO d;

-- case: rename referenced column
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, c int REFERENCES r);
-- run
ALTER TABLE r RENAME id TO d;

-- case: set default nextval
-- unknown: that a default calls nextval on a sequence
CREATE SEQUENCE s;
CREATE TABLE t (id int PRIMARY KEY, c int);
-- run
ALTER TABLE t ALTER c SET DEFAULT nextval('s');

-- case: add column to inheritance parent
-- unknown: who inherits from a table
CREATE TABLE pa (id int);
CREATE TABLE cb () INHERITS(pa);
-- run
ALTER TABLE pa ADD c int;

-- case: attribute options
CREATE TABLE t (id int PRIMARY KEY, c text);
-- run
ALTER TABLE t ALTER c SET (n_distinct = 5);

-- case: set identity
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, c text);
-- run
ALTER TABLE t ALTER id SET GENERATED BY DEFAULT;

-- case: drop identity
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, c text);
-- run
ALTER TABLE t ALTER id DROP IDENTITY;

-- case: restart identity
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, c text);
-- run
ALTER TABLE t ALTER id RESTART WITH 5;

-- case: add column if not exists exists with check
CREATE TABLE t (id int PRIMARY KEY, c int);
INSERT INTO t VALUES (1, 1);
-- run
ALTER TABLE t ADD COLUMN IF NOT EXISTS c int CHECK (c > 0);

-- case: add column references not enforced
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ADD c int DEFAULT 5 REFERENCES r NOT ENFORCED;

-- case: set virtual expression
-- from 18
CREATE TABLE t (id int, g int GENERATED ALWAYS AS (id * 2) VIRTUAL);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER g SET EXPRESSION AS (id * 3);

-- case: ADD COLUMN DEFAULT NULL
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
ALTER TABLE t ADD COLUMN c int DEFAULT NULL;

-- case: a default from a volatile function of one's own
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
CREATE FUNCTION g() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';
-- run
ALTER TABLE t ADD COLUMN c int DEFAULT g();

-- case: a default from a stable function of one's own
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
CREATE FUNCTION g() RETURNS int LANGUAGE plpgsql STABLE AS 'BEGIN RETURN 1; END';
-- run
ALTER TABLE t ADD COLUMN c int DEFAULT g();

-- case: a required column of a table that is made just before
-- run
CREATE TABLE n (id int PRIMARY KEY);
ALTER TABLE n ADD COLUMN c int NOT NULL;

-- case: a new column as the primary key
CREATE TABLE p (a int);
INSERT INTO p VALUES (1), (2);
-- run
ALTER TABLE p ADD COLUMN id serial PRIMARY KEY;

-- case: a new column that references its own table
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
ALTER TABLE t ADD COLUMN parent int REFERENCES t (id);

-- case: several new columns at once
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- run
ALTER TABLE t ADD COLUMN c int, ADD COLUMN d uuid DEFAULT gen_random_uuid();

-- case: DROP COLUMN IF EXISTS, and it does not
CREATE TABLE t (id int PRIMARY KEY);
-- run
ALTER TABLE t DROP COLUMN IF EXISTS c;

-- case: dropping the column that owns a sequence
CREATE TABLE t (id serial PRIMARY KEY, c int);
-- run
ALTER TABLE t DROP COLUMN id;

-- case: dropping a column that a materialized view reads
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE MATERIALIZED VIEW mv AS SELECT c FROM t;
-- run
ALTER TABLE t DROP COLUMN c CASCADE;

-- case: an option of a foreign table's column
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int) SERVER s;
-- run
ALTER FOREIGN TABLE ft ALTER COLUMN id OPTIONS (ADD x 'y');

-- case: dropping a column that a foreign key references
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, c int REFERENCES r);
-- run
ALTER TABLE r DROP COLUMN id;

-- case: statistics of an index as if it were a table
CREATE TABLE t (id int PRIMARY KEY, c int);
CREATE INDEX ix ON t ((c + 1));
-- run
ALTER TABLE ix ALTER COLUMN 1 SET STATISTICS 100;

-- case: dropping a column beside one that references
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, a int, c int REFERENCES r);
CREATE INDEX ix ON t (c);
-- run
ALTER TABLE t DROP COLUMN a;
