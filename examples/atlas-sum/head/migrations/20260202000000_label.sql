SET lock_timeout = '3s';
ALTER TABLE tracks ADD COLUMN label text;
