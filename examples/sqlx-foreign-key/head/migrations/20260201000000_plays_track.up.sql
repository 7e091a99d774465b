ALTER TABLE plays ADD CONSTRAINT plays_track_fk FOREIGN KEY (track_id) REFERENCES tracks (id);
