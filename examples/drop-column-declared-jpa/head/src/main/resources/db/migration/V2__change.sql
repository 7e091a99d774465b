SET lock_timeout = '5s';
ALTER TABLE m_audio DROP COLUMN created_on_utc;
