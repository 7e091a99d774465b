-- Anonymous blocks.
DO $$ BEGIN NULL; END $$;
DO $$BEGIN END$$;
DO LANGUAGE plpgsql $$ BEGIN NULL; END; $$;
DO $$ BEGIN NULL; END $$ LANGUAGE plpgsql;
DO 'BEGIN NULL; END';
DO E'BEGIN\n  RAISE NOTICE \'a;b\';\nEND';
DO $body$
BEGIN
  EXECUTE $q$ ALTER TABLE tracks ADD COLUMN a integer; $q$;
END
$body$;
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'mood') THEN
    CREATE TYPE mood AS ENUM ('calm', 'loud');
  END IF;
END
$$;
DO $$
BEGIN
  CREATE TYPE mood AS ENUM ('calm');
EXCEPTION
  WHEN duplicate_object THEN NULL;
END $$;
DO $do$
DECLARE
  r record;
  n bigint := 0;
BEGIN
  FOR r IN SELECT id FROM tracks LOOP
    UPDATE tracks SET seen = true WHERE id = r.id;
    n := n + 1;
  END LOOP;
  RAISE NOTICE '% rows; done', n;
END;
$do$ LANGUAGE plpgsql;
do language 'plpgsql' $x$ begin perform 1; end $x$;
DO $ü$ BEGIN /* $$ */ NULL; -- $$;
END $ü$;
DO LANGUAGE plpython3u $$
import os; x = "it's"
$$;
DO $a$ BEGIN EXECUTE 'SELECT 1' || $b$;$b$ || '$a' ; END $a$;
DO $$ BEGIN LOOP COMMIT; EXIT; END LOOP; END $$;
