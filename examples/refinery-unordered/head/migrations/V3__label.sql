ALTER TABLE tracks ADD COLUMN label text;
