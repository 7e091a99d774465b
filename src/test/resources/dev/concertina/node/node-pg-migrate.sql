=== SQL
ALTER TABLE users ADD COLUMN nickname text;
=== SQL with names
ALTER TABLE "users" DROP COLUMN "age";
=== a query
SELECT 1;
=== create a table
CREATE TABLE "albums" (
  "id" serial PRIMARY KEY,
  "title" varchar(200) UNIQUE NOT NULL,
  "price" numeric(10,2) DEFAULT 0,
  "notes" text,
  "created" timestamp DEFAULT current_timestamp NOT NULL,
  "tags" text ARRAY,
  "live" boolean DEFAULT false
);
COMMENT ON COLUMN "albums"."notes" IS $pga$it's long$pga$;
=== create a table with keys
CREATE TABLE IF NOT EXISTS "music"."tracks" (
  "id" uuid PRIMARY KEY,
  "album_id" integer REFERENCES "albums" ON DELETE CASCADE,
  "owner" integer CONSTRAINT "owned" REFERENCES "users"(id),
  "length" integer CHECK (length > 0),
  CONSTRAINT "tracks_uniq_album_id_length" UNIQUE ("album_id", "length"),
  CONSTRAINT "tracks_fk_owner" FOREIGN KEY ("owner") REFERENCES others(id)
);
COMMENT ON TABLE "music"."tracks" IS $pga$songs$pga$;
=== create a table with a key of two
CREATE TABLE "links" (
  "a" integer,
  "b" integer,
  CONSTRAINT "links_pkey" PRIMARY KEY ("a", "b")
);
=== drop a table
DROP TABLE "albums";
DROP TABLE IF EXISTS "tracks" CASCADE;
=== rename a table
ALTER TABLE "albums" RENAME TO "records";
=== add a column
ALTER TABLE "users"
  ADD "nickname" text;
=== add columns
ALTER TABLE "users"
  ADD "score" integer DEFAULT 0 NOT NULL,
  ADD "album_id" integer REFERENCES "music"."albums";
=== add a column if it is not there
ALTER TABLE "users"
  ADD IF NOT EXISTS "a" text;
=== drop columns
ALTER TABLE "users"
  DROP "age";
ALTER TABLE "users"
  DROP IF EXISTS "a",
  DROP IF EXISTS "b";
=== rename a column
ALTER TABLE "tracks" RENAME "length" TO "length_ms";
=== make a column required
ALTER TABLE "users"
  ALTER "age" SET DEFAULT 1,
  ALTER "age" SET NOT NULL;
=== change a column's type
ALTER TABLE "users"
  ALTER "age" DROP DEFAULT,
  ALTER "age" SET DATA TYPE bigint USING age::bigint,
  ALTER "age" DROP NOT NULL;
=== create an index
CREATE INDEX "users_email_index" ON "users" ("email");
=== create an index on two columns
CREATE UNIQUE INDEX "users_name_age_unique_index" ON "users" ("name", "age");
=== create an index with options
CREATE INDEX IF NOT EXISTS "by_email" ON "users" USING btree ("email") WHERE age > 3;
=== create an index concurrently
CREATE INDEX CONCURRENTLY "users_email" ON "users" ("email" DESC);
=== drop an index
DROP INDEX "users_email_index";
DROP INDEX CONCURRENTLY IF EXISTS "music"."by_length";
=== add a foreign key
ALTER TABLE "tracks"
  ADD CONSTRAINT "tracks_album" FOREIGN KEY ("album_id") REFERENCES albums(id) ON DELETE SET NULL;
=== add constraints
ALTER TABLE "users"
  ADD CONSTRAINT "adult" CHECK (age > 17);
ALTER TABLE "users"
  ADD CONSTRAINT "one_email" UNIQUE (email);
ALTER TABLE "users"
  ADD CONSTRAINT "key" PRIMARY KEY ("id") DEFERRABLE INITIALLY DEFERRED;
=== drop a constraint
ALTER TABLE "users" DROP CONSTRAINT IF EXISTS "adult";
=== types
CREATE TYPE "mood" AS ENUM ($pga$sad$pga$, $pga$ok$pga$);
ALTER TYPE "mood" ADD VALUE IF NOT EXISTS $pga$happy$pga$ AFTER $pga$ok$pga$;
ALTER TYPE "mood" RENAME VALUE $pga$ok$pga$ TO $pga$fine$pga$;
DROP TYPE "mood";
=== schemas and extensions
CREATE SCHEMA IF NOT EXISTS "music";
CREATE EXTENSION IF NOT EXISTS "citext";
CREATE EXTENSION IF NOT EXISTS "hstore";
DROP EXTENSION "hstore";
=== views
CREATE OR REPLACE VIEW "v"("a") AS SELECT 1;
CREATE MATERIALIZED VIEW "m" AS SELECT 2 WITH NO DATA;
REFRESH MATERIALIZED VIEW CONCURRENTLY "m";
DROP VIEW "v";
=== functions
CREATE OR REPLACE FUNCTION "f"("a" integer DEFAULT 1, text)
  RETURNS int
  AS $pga$SELECT 1$pga$
  VOLATILE
  LANGUAGE sql;
DROP FUNCTION "f"(integer, text);
=== triggers
CREATE FUNCTION "touch"()
  RETURNS trigger
  AS $pga$BEGIN RETURN NEW; END$pga$
  VOLATILE
  LANGUAGE plpgsql;
CREATE TRIGGER "touch"
  BEFORE INSERT OR UPDATE ON "users"
  FOR EACH ROW
  EXECUTE PROCEDURE "touch"();
CREATE TRIGGER "other"
  AFTER DELETE ON "users"
  FOR EACH STATEMENT
  EXECUTE PROCEDURE "f"();
DROP TRIGGER IF EXISTS "other" ON "users";
=== row level security
ALTER TABLE "users"
    ENABLE ROW LEVEL SECURITY;
=== loops
ALTER TABLE "a"
  DROP "x";
ALTER TABLE "b"
  DROP "x";
