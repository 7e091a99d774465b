-- // Labels
ALTER TABLE tracks ADD COLUMN label text;

-- //@UNDO
ALTER TABLE tracks DROP COLUMN label;
