SET lock_timeout = '5s';
ALTER TABLE audio ADD CONSTRAINT audio_length_check CHECK (length > 0);
