SET lock_timeout = '5s';
ALTER TABLE audio RENAME TO track;
