CREATE OR REPLACE FUNCTION album_length(album bigint, least integer DEFAULT 0) RETURNS integer
  LANGUAGE sql STABLE
  AS 'SELECT sum(length)::integer FROM audio WHERE album_id = album AND length >= least';
