ALTER TABLE tracks ADD COLUMN album text;
