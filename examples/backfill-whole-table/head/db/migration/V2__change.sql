SET lock_timeout = '5s';
ALTER TABLE audio ADD COLUMN slug text;
UPDATE audio SET slug = lower(title);
