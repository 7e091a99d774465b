SET lock_timeout = '5s';
ALTER TABLE audio ADD CONSTRAINT audio_url_key UNIQUE (url);
