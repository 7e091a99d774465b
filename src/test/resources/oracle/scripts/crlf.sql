-- first;
ALTER TABLE a
  ADD b int; -- x

DO $$
BEGIN;
END $$;
SELECT 'a
;b';
