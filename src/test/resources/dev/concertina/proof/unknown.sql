-- What the histories of rule examples leave out: after the server's message, what would have been there.
-- when relation "audio" does not exist
CREATE TABLE audio ();
-- when table "audio" does not exist
CREATE TABLE audio ();
-- when relation "audio_list" does not exist
CREATE VIEW audio_list AS SELECT 1 AS id;
-- when relation "audio_number" does not exist
CREATE SEQUENCE audio_number;
-- when relation "image" does not exist
CREATE TABLE image (id bigint);
-- when table "image" does not exist
CREATE TABLE image (id bigint);
-- when relation "play" does not exist
CREATE TABLE play ();
-- when ALTER action DETACH PARTITION cannot be performed on relation "play"
DROP TABLE play;
CREATE TABLE play (year integer) PARTITION BY LIST (year);
CREATE TABLE play_2025 PARTITION OF play FOR VALUES IN (2025);
-- when relation "catalog.audio" does not exist
CREATE TABLE catalog.audio (title text);
-- when column "title" of relation "audio" does not exist
ALTER TABLE audio ADD COLUMN title text;
-- when column "title" does not exist
ALTER TABLE IF EXISTS audio ADD COLUMN title text;
ALTER TABLE IF EXISTS image ADD COLUMN title text;
-- when column "id" does not exist
ALTER TABLE IF EXISTS audio ADD COLUMN id bigint;
-- when column "length" of relation "audio" does not exist
ALTER TABLE audio ADD COLUMN length integer;
-- when column "length" does not exist
ALTER TABLE audio ADD COLUMN length integer;
-- when column "license" of relation "audio" does not exist
ALTER TABLE audio ADD COLUMN license text DEFAULT 'by';
-- when column "plays" does not exist
ALTER TABLE audio ADD COLUMN plays integer;
-- when relation "audio_title_idx" does not exist
CREATE TABLE IF NOT EXISTS audio ();
ALTER TABLE audio ADD COLUMN IF NOT EXISTS title text;
CREATE INDEX audio_title_idx ON audio (title);
-- when index "audio_title_idx" does not exist
CREATE TABLE IF NOT EXISTS audio ();
ALTER TABLE audio ADD COLUMN IF NOT EXISTS title text;
CREATE INDEX audio_title_idx ON audio (title);
-- when column "album_id" referenced in foreign key constraint does not exist
ALTER TABLE play ADD COLUMN album_id bigint;
-- when type "license" does not exist
CREATE TYPE license AS ENUM ('by');
-- when schema "catalog" does not exist
CREATE SCHEMA catalog;
-- when role "app" does not exist
CREATE ROLE app;
-- when role "other" does not exist
CREATE ROLE other;
-- when function audio_log() does not exist
CREATE FUNCTION audio_log() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
-- when function note() does not exist
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
-- when function audio_total() does not exist
CREATE FUNCTION audio_total() RETURNS bigint LANGUAGE sql AS 'SELECT 1';
-- when operator class "gin_trgm_ops" does not exist for access method "gin"
CREATE EXTENSION pg_trgm;
-- when function my_code() does not exist
CREATE FUNCTION my_code() RETURNS text LANGUAGE sql AS 'SELECT text ''c''';
-- when type "audio_kind" does not exist
CREATE TYPE audio_kind AS ENUM ('song');
