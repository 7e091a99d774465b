-- # Constraints

-- case: SET NOT NULL
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
ALTER TABLE t ALTER COLUMN a SET NOT NULL;

-- case: SET NOT NULL with validated CHECK (a IS NOT NULL)
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
ALTER TABLE t ADD CHECK (a IS NOT NULL);
-- run
ALTER TABLE t ALTER COLUMN a SET NOT NULL;

-- case: SET NOT NULL with NOT VALID CHECK
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
ALTER TABLE t ADD CHECK (a IS NOT NULL) NOT VALID;
-- run
ALTER TABLE t ALTER COLUMN a SET NOT NULL;

-- case: SET NOT NULL already
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
-- run
ALTER TABLE t ALTER COLUMN a SET NOT NULL;

-- case: DROP NOT NULL
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
-- run
ALTER TABLE t ALTER COLUMN a DROP NOT NULL;

-- case: ADD CONSTRAINT NOT NULL NOT VALID
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
ALTER TABLE t ADD CONSTRAINT nn NOT NULL a NOT VALID;

-- case: VALIDATE NOT NULL
-- from 18
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
ALTER TABLE t ADD CONSTRAINT nn NOT NULL a NOT VALID;
-- run
ALTER TABLE t VALIDATE CONSTRAINT nn;

-- case: ADD CHECK
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 0);

-- case: ADD CHECK NOT VALID
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 0) NOT VALID;

-- case: VALIDATE CHECK
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 0) NOT VALID;
-- run
ALTER TABLE t VALIDATE CONSTRAINT ck;

-- case: DROP CONSTRAINT check
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 0);
-- run
ALTER TABLE t DROP CONSTRAINT ck;

-- case: ADD CHECK NOT ENFORCED
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 0) NOT ENFORCED;

-- case: ADD foreign key
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1), (2);
-- run
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES r (id);

-- case: ADD foreign key NOT VALID
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1), (2);
-- run
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES r (id) NOT VALID;

-- case: VALIDATE foreign key
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1), (2);
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES r (id) NOT VALID;
-- run
ALTER TABLE t VALIDATE CONSTRAINT fk;

-- case: DROP foreign key
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1), (2);
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES r (id);
-- run
ALTER TABLE t DROP CONSTRAINT fk;

-- case: ALTER CONSTRAINT DEFERRABLE
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1), (2);
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES r (id);
-- run
ALTER TABLE t ALTER CONSTRAINT fk DEFERRABLE;

-- case: ADD UNIQUE
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
ALTER TABLE t ADD CONSTRAINT u UNIQUE (a);

-- case: ADD UNIQUE USING INDEX
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
CREATE UNIQUE INDEX ix ON t (a);
-- run
ALTER TABLE t ADD CONSTRAINT u UNIQUE USING INDEX ix;

-- case: ADD PRIMARY KEY (column nullable)
CREATE TABLE p (id int);
INSERT INTO p VALUES (1), (2);
-- run
ALTER TABLE p ADD PRIMARY KEY (id);

-- case: ADD PRIMARY KEY (column NOT NULL)
CREATE TABLE p (id int NOT NULL);
INSERT INTO p VALUES (1), (2);
-- run
ALTER TABLE p ADD PRIMARY KEY (id);

-- case: ADD PRIMARY KEY USING INDEX (column nullable)
CREATE TABLE p (id int);
CREATE UNIQUE INDEX ix ON p (id);
INSERT INTO p VALUES (1), (2);
-- run
ALTER TABLE p ADD PRIMARY KEY USING INDEX ix;

-- case: ADD PRIMARY KEY USING INDEX (column NOT NULL)
CREATE TABLE p (id int NOT NULL);
CREATE UNIQUE INDEX ix ON p (id);
INSERT INTO p VALUES (1), (2);
-- run
ALTER TABLE p ADD PRIMARY KEY USING INDEX ix;

-- case: ADD EXCLUDE
CREATE TABLE x (r int4range);
INSERT INTO x VALUES ('[1,2)'), ('[2,3)');
-- run
ALTER TABLE x ADD CONSTRAINT ex EXCLUDE USING gist (r WITH &&);

-- case: drop primary key cascade
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, c int REFERENCES r);
CREATE INDEX ix ON t (c);
-- run
ALTER TABLE r DROP CONSTRAINT r_pkey CASCADE;

-- case: rename constraint primary key
CREATE TABLE r (id int PRIMARY KEY);
-- run
ALTER TABLE r RENAME CONSTRAINT r_pkey TO x;

-- case: rename constraint check
CREATE TABLE r (id int PRIMARY KEY, CONSTRAINT c CHECK (id > 0));
-- run
ALTER TABLE r RENAME CONSTRAINT c TO x;

-- case: rename constraint foreign key
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, c int CONSTRAINT fk REFERENCES r);
-- run
ALTER TABLE t RENAME CONSTRAINT fk TO x;

-- case: alter constraint deferrable foreign key
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, c int CONSTRAINT fk REFERENCES r);
-- run
ALTER TABLE t ALTER CONSTRAINT fk DEFERRABLE;

-- case: set not null on primary key column
CREATE TABLE t (id int PRIMARY KEY, c int);
INSERT INTO t VALUES (1, 1);
-- run
ALTER TABLE t ALTER id SET NOT NULL;

-- case: set not null implied by and
CREATE TABLE t (id int PRIMARY KEY, c int, CHECK (c IS NOT NULL AND c > 0));
INSERT INTO t VALUES (1, 1);
-- run
ALTER TABLE t ALTER c SET NOT NULL;

-- case: set not null with a check that lets NULL pass
CREATE TABLE t (id int PRIMARY KEY, c int, CHECK (c > 0));
INSERT INTO t VALUES (1, 1);
-- run
ALTER TABLE t ALTER c SET NOT NULL;

-- case: drop not null on primary key
CREATE TABLE t (id int PRIMARY KEY, c int);
INSERT INTO t VALUES (1, 1);
-- run
ALTER TABLE t ALTER id DROP NOT NULL;

-- case: primary key nullable with validated check
CREATE TABLE t (id int, c int, CHECK (id IS NOT NULL));
INSERT INTO t VALUES (1, 1);
-- run
ALTER TABLE t ADD PRIMARY KEY (id);

-- case: primary key using index nullable with validated check
CREATE TABLE t (id int, c int, CHECK (id IS NOT NULL));
CREATE UNIQUE INDEX ix ON t (id);
INSERT INTO t VALUES (1, 1);
-- run
ALTER TABLE t ADD PRIMARY KEY USING INDEX ix;

-- case: primary key using index renamed
CREATE TABLE t (id int NOT NULL, c int);
CREATE UNIQUE INDEX ix ON t (id);
INSERT INTO t VALUES (1, 1);
-- run
ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX ix;

-- case: drop unique constraint
CREATE TABLE t (id int PRIMARY KEY, c int UNIQUE);
-- run
ALTER TABLE t DROP CONSTRAINT t_c_key;

-- case: add exclude without a name
CREATE TABLE x (r int4range);
INSERT INTO x VALUES ('[1,2)'), ('[2,3)');
-- run
ALTER TABLE x ADD EXCLUDE USING gist (r WITH &&);

-- case: add foreign key self
CREATE TABLE t (id int PRIMARY KEY, p int);
INSERT INTO t VALUES (1, 1);
-- run
ALTER TABLE t ADD FOREIGN KEY (p) REFERENCES t (id);

-- case: add foreign key not enforced
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, c int);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ADD FOREIGN KEY (c) REFERENCES r NOT ENFORCED;

-- case: drop constraint unique referenced no cascade
CREATE TABLE r (id int UNIQUE);
CREATE TABLE t (id int PRIMARY KEY, c int REFERENCES r (id));
-- run
ALTER TABLE r DROP CONSTRAINT r_id_key;

-- case: add check no inherit
CREATE TABLE t (id int);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ADD CHECK (id > 0) NO INHERIT;

-- case: alter constraint enforced
-- from 18
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1);
CREATE TABLE t (c int, CONSTRAINT fk FOREIGN KEY (c) REFERENCES r NOT ENFORCED);
INSERT INTO t VALUES (1);
-- run
ALTER TABLE t ALTER CONSTRAINT fk ENFORCED;

-- case: alter constraint foreign key initially
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE t (c int CONSTRAINT fk REFERENCES r);
-- run
ALTER TABLE t ALTER CONSTRAINT fk DEFERRABLE INITIALLY DEFERRED;

-- case: DROP CONSTRAINT IF EXISTS, and it does not
CREATE TABLE t (id int PRIMARY KEY);
-- run
ALTER TABLE t DROP CONSTRAINT IF EXISTS nope;

-- case: UNIQUE NULLS NOT DISTINCT
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
ALTER TABLE t ADD CONSTRAINT u UNIQUE NULLS NOT DISTINCT (a);

-- case: NOT NULL as a constraint, validated
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
ALTER TABLE t ADD CONSTRAINT nn NOT NULL a;

-- case: dropping NOT NULL as a constraint
-- from 18
CREATE TABLE t (id int PRIMARY KEY, a int);
ALTER TABLE t ADD CONSTRAINT nn NOT NULL a;
-- run
ALTER TABLE t DROP CONSTRAINT nn;

-- case: NOT NULL over a constraint that is not validated
-- from 18
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
ALTER TABLE t ADD CONSTRAINT nn NOT NULL a NOT VALID;
-- run
ALTER TABLE t ALTER COLUMN a SET NOT NULL;

-- case: a constraint that is passed on to children or not
-- from 18
CREATE TABLE t (id int PRIMARY KEY, a int CONSTRAINT nn NOT NULL NO INHERIT);
-- run
ALTER TABLE t ALTER CONSTRAINT nn INHERIT;

-- case: validating what is validated
CREATE TABLE t (id int PRIMARY KEY, CONSTRAINT ck CHECK (id > 0));
INSERT INTO t VALUES (1), (2);
-- run
ALTER TABLE t VALIDATE CONSTRAINT ck;

-- case: validating a foreign key to the table itself
CREATE TABLE t (id int PRIMARY KEY, parent int);
INSERT INTO t VALUES (1, 1), (2, 1);
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (parent) REFERENCES t (id) NOT VALID;
-- run
ALTER TABLE t VALIDATE CONSTRAINT fk;

-- case: dropping a primary key that nothing references
CREATE TABLE t (id int PRIMARY KEY);
-- run
ALTER TABLE t DROP CONSTRAINT t_pkey;

-- case: dropping a primary key that a foreign key references
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, c int REFERENCES r);
-- run
ALTER TABLE r DROP CONSTRAINT r_pkey;

-- case: dropping an exclusion constraint
CREATE TABLE x (r int4range, CONSTRAINT ex EXCLUDE USING gist (r WITH &&));
-- run
ALTER TABLE x DROP CONSTRAINT ex;

-- case: two constraints in one ALTER TABLE
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1), (2);
-- run
ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 0) NOT VALID,
  ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES r (id) NOT VALID;

-- case: a foreign key that cascades
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
CREATE TABLE r (id int PRIMARY KEY);
INSERT INTO r VALUES (1), (2);
-- run
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES r (id) ON DELETE CASCADE;

-- case: a check on a table as pg_dump writes it
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
ALTER TABLE ONLY t ADD CONSTRAINT ck CHECK (a > 0);

-- case: SET NOT NULL with a check that is not enforced
-- from 18
CREATE TABLE t (id int PRIMARY KEY, a int, CHECK (a IS NOT NULL) NOT ENFORCED);
INSERT INTO t VALUES (1, 1), (2, 2);
-- run
ALTER TABLE t ALTER COLUMN a SET NOT NULL;

-- case: a key over an index of the same name
CREATE TABLE t (id int NOT NULL);
INSERT INTO t VALUES (1), (2);
CREATE UNIQUE INDEX ix ON t (id);
-- run
ALTER TABLE t ADD CONSTRAINT ix PRIMARY KEY USING INDEX ix;

-- case: dropping a key that is not the one a foreign key references
CREATE TABLE r (id int PRIMARY KEY, code int UNIQUE);
CREATE TABLE t (id int PRIMARY KEY, c int REFERENCES r);
-- run
ALTER TABLE r DROP CONSTRAINT r_code_key;

-- case: PRIMARY KEY USING INDEX that no script shows
CREATE TABLE t (id int, c int);
INSERT INTO t VALUES (1, 1), (2, 2);
DO $$ BEGIN EXECUTE format('CREATE UNIQUE INDEX %I ON t (id)', 'hidden'); END $$;
-- run
ALTER TABLE t ADD CONSTRAINT hidden PRIMARY KEY USING INDEX hidden;
