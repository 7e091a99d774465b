-- atlas:txmode none
CREATE INDEX CONCURRENTLY tracks_title_idx ON tracks (title);
