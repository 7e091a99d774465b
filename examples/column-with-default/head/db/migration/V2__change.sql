SET lock_timeout = '5s';
ALTER TABLE audio ADD COLUMN plays integer NOT NULL DEFAULT 0;
