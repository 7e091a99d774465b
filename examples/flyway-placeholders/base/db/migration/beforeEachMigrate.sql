-- Nobody waits longer than this behind a migration.
SET lock_timeout = '2s';
