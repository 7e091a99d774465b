CREATE OR REPLACE VIEW audio_listing AS
SELECT id, title, length
FROM audio;
