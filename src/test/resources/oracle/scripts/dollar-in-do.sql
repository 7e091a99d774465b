DO $do$
BEGIN
  EXECUTE $q$ALTER TABLE a ADD b text DEFAULT $$;$$;$q$;
  PERFORM 1; -- $do
END;
$do$;
DO $$ BEGIN RAISE NOTICE 'a;$b$'; END $$ LANGUAGE plpgsql; SELECT 1;