SET lock_timeout = '5s';
CREATE FUNCTION audio_title_check() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.title = '' THEN
    RAISE EXCEPTION 'a title is missing';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER audio_title_check BEFORE INSERT OR UPDATE ON audio
  FOR EACH ROW EXECUTE FUNCTION audio_title_check();
