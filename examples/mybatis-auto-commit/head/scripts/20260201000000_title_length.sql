-- // Short titles
SET LOCAL lock_timeout = '3s';
ALTER TABLE tracks ALTER COLUMN title TYPE varchar(200);

-- //@UNDO
ALTER TABLE tracks ALTER COLUMN title TYPE text;
