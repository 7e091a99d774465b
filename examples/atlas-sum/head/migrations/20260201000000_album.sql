SET lock_timeout = '3s';
ALTER TABLE tracks ADD COLUMN album text;
