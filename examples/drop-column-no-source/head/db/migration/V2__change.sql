SET lock_timeout = '5s';
ALTER TABLE audio DROP COLUMN length;
