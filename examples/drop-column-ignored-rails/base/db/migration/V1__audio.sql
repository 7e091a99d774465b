CREATE TABLE audio_tracks (
  id bigint PRIMARY KEY,
  title text,
  waveform_url text
);
