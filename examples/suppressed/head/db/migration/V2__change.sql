SET lock_timeout = '5s';
-- concertina: allow any/dropped-column because unread since 3.2 (#812)
ALTER TABLE audio DROP COLUMN length;
