--liquibase formatted sql

--property name:songs value:song dbms:postgresql
--property name:songs value:lied dbms:oracle

--changeset t:plain
--comment: two statements
CREATE TABLE audio (id bigint PRIMARY KEY, title text);
CREATE INDEX audio_title_idx ON audio (title);
--rollback DROP TABLE audio;

--changeset t:alone runInTransaction:false
CREATE INDEX CONCURRENTLY audio_id_idx ON audio (id);

--changeset t:whole splitStatements:false
DO $$ BEGIN PERFORM 1; END $$;

--changeset t:delimiter endDelimiter:/
CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1; SELECT 2'
/
DROP FUNCTION one()
/

--changeset t:two-signs endDelimiter:@@
CREATE VIEW audio_v AS SELECT id FROM audio
@@
DROP VIEW audio_v
@@

--changeset t:oracle dbms:oracle
SELECT 1 FROM dual;

--changeset t:both dbms:postgresql,h2 labels:one context:"!test"
--preconditions onFail:MARK_RAN onError:HALT
--precondition-sql-check expectedResult:0 SELECT count(*) FROM audio
ALTER TABLE audio ADD COLUMN both int;

--changeset "t u":"with blanks" stripComments:false
-- a comment
ALTER TABLE audio ADD COLUMN blanks int;

--changeset t:parameter
CREATE TABLE ${songs} (id int);
ALTER TABLE ${songs} ADD COLUMN title text DEFAULT '${unknown}';
--rollback DROP TABLE ${songs};

--changeset t:dollars
CREATE FUNCTION two() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  NEW.title := lower(NEW.title);
  RETURN NEW;
END
$body$;
ALTER TABLE audio DROP COLUMN both;

--changeset t:rollback-block
ALTER TABLE audio ADD COLUMN r int;
/* liquibase rollback
ALTER TABLE audio DROP COLUMN r;
*/

--changeset t:ignored-lines
ALTER TABLE audio ADD COLUMN s int;
--ignoreLines:1
ALTER TABLE audio ADD COLUMN t int;
ALTER TABLE audio ADD COLUMN u int;
--ignoreLines:start
ALTER TABLE audio ADD COLUMN v int;
--ignoreLines:end
ALTER TABLE audio ADD COLUMN w int;
