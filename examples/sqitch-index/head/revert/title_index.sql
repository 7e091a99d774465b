DROP INDEX CONCURRENTLY tracks_title_idx;
