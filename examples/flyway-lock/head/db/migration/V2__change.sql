CREATE INDEX CONCURRENTLY audio_title_idx ON audio (title);
