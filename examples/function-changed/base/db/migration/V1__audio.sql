CREATE TABLE album (id bigint PRIMARY KEY, name text NOT NULL);
CREATE TABLE audio (
  id bigint PRIMARY KEY,
  album_id bigint,
  title text,
  length integer NOT NULL,
  price numeric(10, 2),
  url varchar(200)
);
CREATE FUNCTION album_length(album bigint) RETURNS integer LANGUAGE sql STABLE
  AS 'SELECT sum(length)::integer FROM audio WHERE album_id = album';
