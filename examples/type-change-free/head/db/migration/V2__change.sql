SET lock_timeout = '5s';
ALTER TABLE audio ALTER COLUMN url TYPE varchar(500);
