SET lock_timeout = '5s';
DROP VIEW titles;
CREATE VIEW titles AS SELECT id, title, length / 60 AS minutes FROM audio;
