SET lock_timeout = '5s';
ALTER TABLE audio RENAME TO audio_data;
ALTER TABLE audio_data RENAME COLUMN length TO length_ms;
CREATE VIEW audio AS SELECT *, length_ms AS length FROM audio_data;
