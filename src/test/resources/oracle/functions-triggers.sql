-- Routines, triggers, rules and event triggers.
CREATE FUNCTION one() RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION one() RETURNS integer AS $$ SELECT 1; $$ LANGUAGE sql;
CREATE OR REPLACE FUNCTION music.one() RETURNS int4 AS $body$
  SELECT 1; -- ; '
$body$ LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 5;
CREATE FUNCTION add(a integer, b integer DEFAULT 1) RETURNS integer RETURN a + b;
CREATE FUNCTION add(integer, integer) RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT $1 + $2 $$;
CREATE FUNCTION add(IN a integer, OUT total integer, INOUT b text, VARIADIC c text[]) LANGUAGE sql AS 'SELECT 1, 2';
CREATE FUNCTION add(a IN integer, b OUT text) AS 'select 1' LANGUAGE sql;
CREATE FUNCTION add(a integer = 5, b text DEFAULT 'x, y)') RETURNS text LANGUAGE sql AS 'SELECT b';
CREATE FUNCTION many() RETURNS SETOF tracks LANGUAGE sql STABLE ROWS 100 AS 'TABLE tracks';
CREATE FUNCTION many(a timestamp with time zone, b numeric(10, 2), c character varying) RETURNS TABLE (id bigint, title text) LANGUAGE sql AS $$ SELECT 1::bigint, 'a' $$;
CREATE FUNCTION many() RETURNS SETOF record LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION many(a tracks.id%TYPE) RETURNS tracks.title%TYPE LANGUAGE plpgsql AS $$ BEGIN RETURN 'x'; END; $$;
CREATE FUNCTION nothing() RETURNS void LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
CREATE OR REPLACE FUNCTION notify_track() RETURNS trigger LANGUAGE plpgsql AS $function$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM pg_notify('tracks', NEW.id::text);
  END IF;
  RETURN NEW;
END;
$function$;
CREATE FUNCTION guarded() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET lock_timeout TO '1s' AS $$ BEGIN END $$;
CREATE FUNCTION guarded() RETURNS text LANGUAGE sql SECURITY INVOKER CALLED ON NULL INPUT LEAKPROOF AS 'SELECT current_user::text';
CREATE FUNCTION guarded() RETURNS text LANGUAGE sql RETURNS NULL ON NULL INPUT NOT LEAKPROOF EXTERNAL SECURITY DEFINER PARALLEL RESTRICTED AS 'SELECT 1::text';
CREATE FUNCTION in_c(integer) RETURNS integer AS 'module', 'symbol' LANGUAGE c STRICT;
CREATE FUNCTION in_python(a text) RETURNS text LANGUAGE plpython3u TRANSFORM FOR TYPE hstore AS $py$
return a.replace(';', "'")
$py$;
CREATE FUNCTION standard(a integer) RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT a + 1; END;
CREATE FUNCTION standard() RETURNS void BEGIN ATOMIC INSERT INTO t VALUES (1); UPDATE t SET a = CASE WHEN a = 1 THEN 2 ELSE 3 END; DELETE FROM t; END;
CREATE FUNCTION standard() RETURNS integer IMMUTABLE BEGIN ATOMIC END;
CREATE FUNCTION standard() RETURNS text STABLE RETURN 'a;b' || lower('X');
CREATE FUNCTION "Quoted Name"("a b" integer) RETURNS "Mood" LANGUAGE 'sql' AS 'SELECT null::"Mood"';
CREATE FUNCTION arrays(a text[], b integer[][], c int ARRAY) RETURNS text[] LANGUAGE sql AS 'SELECT a';
CREATE FUNCTION windowed(a anyelement) RETURNS anyelement LANGUAGE c WINDOW AS 'x', 'y';
CREATE FUNCTION poly(VARIADIC numbers numeric[]) RETURNS numeric LANGUAGE sql AS $$ SELECT min(n) FROM unnest(numbers) AS n $$ SUPPORT support_function;
CREATE PROCEDURE tidy() LANGUAGE sql AS 'DELETE FROM scratch';
CREATE OR REPLACE PROCEDURE music.tidy(batch integer DEFAULT 1000, INOUT done bigint DEFAULT 0) LANGUAGE plpgsql AS $$
BEGIN
  LOOP
    DELETE FROM scratch WHERE id IN (SELECT id FROM scratch LIMIT batch);
    EXIT WHEN NOT FOUND;
    COMMIT;
  END LOOP;
END $$;
CREATE PROCEDURE tidy(a integer, b text) BEGIN ATOMIC DELETE FROM t WHERE id = a; INSERT INTO t (b) VALUES (b); END;
CREATE PROCEDURE tidy(OUT a integer) LANGUAGE plpgsql AS $$ BEGIN a := 1; END $$;
ALTER FUNCTION one() OWNER TO app;
ALTER FUNCTION one() IMMUTABLE;
ALTER FUNCTION music.one(integer, text) STABLE STRICT COST 10 ROWS 5;
ALTER FUNCTION one SET search_path = pg_catalog;
ALTER FUNCTION one() SET schema = 'x';
ALTER FUNCTION one() RESET ALL;
ALTER FUNCTION one() DEPENDS ON EXTENSION hstore;
ALTER FUNCTION one() NO DEPENDS ON EXTENSION hstore;
ALTER PROCEDURE tidy(integer) SECURITY DEFINER;
ALTER PROCEDURE tidy() OWNER TO CURRENT_USER;
ALTER ROUTINE one() PARALLEL SAFE;
CREATE AGGREGATE total (integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0');
CREATE OR REPLACE AGGREGATE music.total (a integer, VARIADIC b text[]) (SFUNC = f, STYPE = internal);
CREATE AGGREGATE middle (ORDER BY double precision) (SFUNC = f, STYPE = internal, FINALFUNC = g);
ALTER AGGREGATE total(integer) OWNER TO app;
CALL tidy();
CALL music.tidy(1, 'a;b', done => 3);

CREATE TRIGGER notify_track AFTER INSERT ON tracks FOR EACH ROW EXECUTE FUNCTION notify_track();
CREATE TRIGGER notify_track BEFORE INSERT OR UPDATE OR DELETE ON music.tracks FOR EACH ROW EXECUTE PROCEDURE music.notify_track('a', 1);
CREATE OR REPLACE TRIGGER notify_track BEFORE UPDATE OF title, plays ON tracks FOR EACH ROW WHEN (OLD.title IS DISTINCT FROM NEW.title) EXECUTE FUNCTION f();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON tracks FOR EACH STATEMENT EXECUTE FUNCTION f();
CREATE TRIGGER no_truncate BEFORE TRUNCATE OR DELETE ON tracks EXECUTE FUNCTION f();
CREATE TRIGGER into_view INSTEAD OF INSERT ON loud FOR EACH ROW EXECUTE FUNCTION f();
CREATE TRIGGER with_tables AFTER UPDATE ON tracks REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION f();
CREATE CONSTRAINT TRIGGER check_later AFTER INSERT OR UPDATE ON tracks DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f();
CREATE CONSTRAINT TRIGGER check_later AFTER DELETE ON tracks FROM albums NOT DEFERRABLE FOR EACH ROW WHEN (OLD.a > 0) EXECUTE FUNCTION "F"();
create trigger "Weird Name" after update of "createdAt" or insert on "Tracks" for row execute function "Notify"();
ALTER TRIGGER notify_track ON tracks DEPENDS ON EXTENSION hstore;

CREATE RULE log_insert AS ON INSERT TO tracks DO ALSO INSERT INTO log VALUES ('insert');
CREATE OR REPLACE RULE log_update AS ON UPDATE TO music.tracks WHERE OLD.a <> NEW.a DO INSTEAD NOTHING;
CREATE RULE many AS ON DELETE TO tracks DO INSTEAD (UPDATE tracks SET gone = true WHERE id = OLD.id; INSERT INTO log VALUES ('x;y'));
CREATE RULE "_RETURN" AS ON SELECT TO loud DO INSTEAD SELECT * FROM tracks;
CREATE RULE quiet AS ON UPDATE TO tracks DO NOTHING;

CREATE EVENT TRIGGER no_drops ON sql_drop EXECUTE FUNCTION f();
CREATE EVENT TRIGGER no_ddl ON ddl_command_start WHEN TAG IN ('DROP TABLE', 'ALTER TABLE') EXECUTE PROCEDURE music.f();
ALTER EVENT TRIGGER no_drops DISABLE;
ALTER EVENT TRIGGER no_drops ENABLE REPLICA;
ALTER EVENT TRIGGER no_drops OWNER TO app;
