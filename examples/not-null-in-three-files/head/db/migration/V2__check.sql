SET lock_timeout = '5s';
ALTER TABLE audio ADD CONSTRAINT audio_title_present CHECK (title IS NOT NULL) NOT VALID;
