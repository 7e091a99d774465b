alter table tracks add column album text;
