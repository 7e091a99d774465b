-- Writes postgres-volatility.tsv: the functions of the catalogue and of two common extensions that a query can
-- call, and the words of the grammar that look like functions, each with how it may change: v(olatile), s(table) or
-- i(mmutable). Of several overloads the most volatile counts.
WITH called (name, volatility) AS (
  SELECT p.proname::text, p.provolatile::text
  FROM pg_proc p
  LEFT JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
  LEFT JOIN pg_extension e ON d.refclassid = 'pg_extension'::regclass AND e.oid = d.refobjid
  WHERE (p.pronamespace = 'pg_catalog'::regnamespace OR e.extname IN ('uuid-ossp', 'pgcrypto'))
    AND NOT 'internal'::regtype = ANY (p.proargtypes)
    AND p.prorettype NOT IN ('internal'::regtype, 'trigger'::regtype, 'event_trigger'::regtype)
    AND p.prorettype::regtype::text NOT LIKE '%\_handler'
  UNION ALL
  SELECT word, 's'
  FROM unnest(ARRAY['current_catalog', 'current_date', 'current_role', 'current_time', 'current_timestamp',
    'localtime', 'localtimestamp', 'user']) AS word
  UNION ALL
  SELECT word, 'i' FROM unnest(ARRAY['coalesce', 'greatest', 'least', 'nullif', 'trim']) AS word
)
SELECT name || E'\t' || CASE
    WHEN bool_or(volatility = 'v') THEN 'v'
    WHEN bool_or(volatility = 's') THEN 's'
    ELSE 'i'
  END
FROM called
GROUP BY name
ORDER BY name COLLATE "C";
