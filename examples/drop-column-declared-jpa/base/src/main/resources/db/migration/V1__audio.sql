CREATE TABLE m_audio (
  id bigint PRIMARY KEY,
  title varchar(80),
  created_on_utc timestamptz
);
