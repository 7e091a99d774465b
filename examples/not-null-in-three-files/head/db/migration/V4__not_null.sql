SET lock_timeout = '5s';
ALTER TABLE audio ALTER COLUMN title SET NOT NULL;
ALTER TABLE audio DROP CONSTRAINT audio_title_present;
