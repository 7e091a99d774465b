CREATE TABLE album (id bigint PRIMARY KEY, name text NOT NULL);
CREATE TABLE audio (
  id bigint PRIMARY KEY,
  album_id bigint,
  title text,
  length integer NOT NULL,
  price numeric(10, 2),
  url varchar(200)
);
CREATE TABLE play (audio_id bigint NOT NULL, day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE play_2025 PARTITION OF play FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE play_2026 (audio_id bigint NOT NULL, day date NOT NULL);
