UPDATE tracks SET album = '' WHERE album IS NULL;
ALTER TABLE tracks ALTER COLUMN album SET NOT NULL;
