SET lock_timeout = '5s';
ALTER TABLE audio ALTER COLUMN title SET NOT NULL;
