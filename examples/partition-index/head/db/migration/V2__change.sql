CREATE INDEX play_audio_idx ON play (audio_id);
