SET lock_timeout = '5s';
ALTER TABLE audio
  ADD COLUMN IF NOT EXISTS price numeric(12, 4),
  DROP COLUMN IF EXISTS urls;
