SET lock_timeout = '5s';
ALTER TABLE api_audio DROP COLUMN ingestion_type;
