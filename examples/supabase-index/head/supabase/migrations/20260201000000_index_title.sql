alter table tracks add column album text;

create index concurrently tracks_title_idx on tracks (title);
