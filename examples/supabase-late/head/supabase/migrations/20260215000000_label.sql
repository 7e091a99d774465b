alter table tracks add column label text;
