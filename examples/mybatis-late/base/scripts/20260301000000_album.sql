-- // Albums
ALTER TABLE tracks ADD COLUMN album text;

-- //@UNDO
ALTER TABLE tracks DROP COLUMN album;
