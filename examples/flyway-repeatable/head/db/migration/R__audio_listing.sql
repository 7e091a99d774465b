DROP VIEW IF EXISTS audio_listing;
CREATE VIEW audio_listing AS
SELECT id, title, plays
FROM audio;
