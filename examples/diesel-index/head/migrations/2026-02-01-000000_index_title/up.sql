SET lock_timeout = '3s';
CREATE INDEX CONCURRENTLY tracks_title_idx ON tracks (title);
