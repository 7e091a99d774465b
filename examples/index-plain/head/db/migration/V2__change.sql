CREATE INDEX audio_title_idx ON audio (title);
