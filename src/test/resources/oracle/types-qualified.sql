-- Types with their schema: the word CHAR is another type behind a dot.
ALTER TABLE t ADD a pg_catalog."char";
ALTER TABLE t ADD a pg_catalog.char;
ALTER TABLE t ADD a "char";
ALTER TABLE t ADD a char;
ALTER TABLE t ADD a pg_catalog.bpchar;
ALTER TABLE t ADD a pg_catalog.int4[];
ALTER TABLE t ALTER a TYPE pg_catalog.varchar(7);
ALTER TABLE t ALTER a TYPE pg_catalog.timestamptz(3);
