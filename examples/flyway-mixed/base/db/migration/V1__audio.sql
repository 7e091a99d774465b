CREATE TABLE album (id bigint PRIMARY KEY, name text NOT NULL);
CREATE TABLE audio (
  id bigint PRIMARY KEY,
  album_id bigint,
  title text,
  length integer NOT NULL,
  price numeric(10, 2),
  url varchar(200)
);
