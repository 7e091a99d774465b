SET lock_timeout = '5s';
ALTER TABLE audio ADD COLUMN token uuid DEFAULT gen_random_uuid();
