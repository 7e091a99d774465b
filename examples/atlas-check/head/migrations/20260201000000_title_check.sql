-- atlas:txmode none

ALTER TABLE tracks ADD CONSTRAINT tracks_title_filled CHECK (title <> '') NOT VALID;
ALTER TABLE tracks VALIDATE CONSTRAINT tracks_title_filled;
