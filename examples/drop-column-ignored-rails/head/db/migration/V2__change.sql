SET lock_timeout = '5s';
ALTER TABLE audio_tracks DROP COLUMN waveform_url;
