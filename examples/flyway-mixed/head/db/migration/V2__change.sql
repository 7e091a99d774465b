ALTER TABLE audio ADD COLUMN plays bigint;
CREATE INDEX CONCURRENTLY audio_plays_idx ON audio (plays);
