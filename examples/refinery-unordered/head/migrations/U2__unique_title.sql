ALTER TABLE tracks ADD CONSTRAINT tracks_title_key UNIQUE (title);
