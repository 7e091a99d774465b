SET lock_timeout = '5s';
ALTER TABLE audio ALTER COLUMN length TYPE bigint;
