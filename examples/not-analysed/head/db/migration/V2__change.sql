DO $$
BEGIN
  EXECUTE 'ALTER TABLE ' || quote_ident('audio') || ' ADD COLUMN plays integer';
END
$$;
