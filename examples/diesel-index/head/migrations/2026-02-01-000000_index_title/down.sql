DROP INDEX tracks_title_idx;
