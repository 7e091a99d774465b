CREATE TABLE api_audio (
  id bigint PRIMARY KEY,
  title varchar(80) NOT NULL,
  url varchar(1000) NOT NULL,
  ingestion_type varchar(20)
);
