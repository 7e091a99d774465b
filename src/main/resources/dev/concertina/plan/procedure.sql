CREATE OR REPLACE PROCEDURE {name}(
  batch_size integer DEFAULT 1000, pause float8 DEFAULT 0.1, start_at {table}.{key}%TYPE DEFAULT NULL)
LANGUAGE plpgsql AS {quote}
DECLARE
  batch_first {table}.{key}%TYPE := start_at;
  batch_last {table}.{key}%TYPE;
  batch_rows bigint;
BEGIN
  IF batch_first IS NULL THEN
    SELECT {key} INTO batch_first FROM {table} ORDER BY {key} LIMIT 1;
  END IF;
  WHILE batch_first IS NOT NULL LOOP
    SELECT {key} INTO batch_last
      FROM (SELECT {key} FROM {table} WHERE {key} >= batch_first ORDER BY {key} LIMIT batch_size) AS batch
     ORDER BY {key} DESC LIMIT 1;
    {batch}
    GET DIAGNOSTICS batch_rows = ROW_COUNT;
    COMMIT;
    RAISE NOTICE 'up to %: % rows changed', batch_last, batch_rows;
    PERFORM pg_sleep(pause);
    SELECT {key} INTO batch_first FROM {table} WHERE {key} > batch_last ORDER BY {key} LIMIT 1;
  END LOOP;
END {quote};

SET statement_timeout = 0; -- for the session: it would count the batches together
CALL {name}();
