SET lock_timeout = '5s';
ALTER TABLE audio ADD COLUMN plays integer;
CREATE INDEX CONCURRENTLY audio_plays_idx ON audio (plays);
