ALTER TABLE plays DROP CONSTRAINT plays_track_fk;
