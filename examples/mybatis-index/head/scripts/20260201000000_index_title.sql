-- // Find titles
CREATE INDEX CONCURRENTLY tracks_title_idx ON tracks (title);

-- //@UNDO
DROP INDEX tracks_title_idx;
