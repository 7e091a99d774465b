=== SQL
ALTER TABLE users ADD COLUMN nickname text;
=== SQL with replacements
UPDATE users SET age = 3 WHERE name = 'x';
=== create a table
CREATE TABLE IF NOT EXISTS "albums" ("id"   SERIAL , "title" VARCHAR(255) NOT NULL UNIQUE, "code" VARCHAR(8) , "notes" TEXT, "price" DECIMAL(10,2) DEFAULT 0, "live" BOOLEAN NOT NULL DEFAULT false, "tags" VARCHAR(255)[] DEFAULT ARRAY[]::VARCHAR(255)[], "data" JSONB DEFAULT '{"a":1}', "day" DATE, "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP, "updatedAt" TIMESTAMP WITH TIME ZONE DEFAULT now(), PRIMARY KEY ("id")); COMMENT ON COLUMN "albums"."code" IS 'it''s short';
=== create a table with keys
CREATE TABLE IF NOT EXISTS "tracks" ("id" UUID , "albumId" BIGINT NOT NULL REFERENCES "albums" ("id") ON DELETE CASCADE ON UPDATE SET NULL, "other" INTEGER REFERENCES "others" ("id"), "length_s" INTEGER, UNIQUE ("albumId", "other"), PRIMARY KEY ("id"));
=== create a table with an enum
DO 'BEGIN CREATE TYPE "public"."enum_jobs_state" AS ENUM(''new'', ''done''); EXCEPTION WHEN duplicate_object THEN null; END';
DO 'BEGIN CREATE TYPE "public"."enum_jobs_kind" AS ENUM(''a'', ''b''); EXCEPTION WHEN duplicate_object THEN null; END';
CREATE TABLE IF NOT EXISTS "jobs" ("id"  BIGSERIAL , "state" "public"."enum_jobs_state" NOT NULL DEFAULT 'new', "kind" "public"."enum_jobs_kind", PRIMARY KEY ("id"));
=== create in a schema
CREATE TABLE IF NOT EXISTS "music"."tracks" ("id" INTEGER , "albumId" INTEGER REFERENCES "music"."albums" ("id"), PRIMARY KEY ("id"));
=== drop a table
DROP TABLE IF EXISTS "albums";
DROP TABLE IF EXISTS "tracks" CASCADE;
=== rename a table
ALTER TABLE "albums" RENAME TO "records";
=== add a column
ALTER TABLE "public"."users" ADD COLUMN "nickname" VARCHAR(255);
=== add a column by its type
ALTER TABLE "public"."users" ADD COLUMN "nickname" TEXT;
=== add a column that must have a value
ALTER TABLE "public"."users" ADD COLUMN "score" INTEGER NOT NULL DEFAULT 0;
=== add a column with a key
ALTER TABLE "public"."users" ADD COLUMN "albumId" UUID REFERENCES "albums" ("id") ON DELETE CASCADE;
=== add an enum column
DO 'BEGIN CREATE TYPE "public"."enum_users_role" AS ENUM(''admin'', ''user''); EXCEPTION WHEN duplicate_object THEN null; END';ALTER TABLE "public"."users" ADD COLUMN "role" "public"."enum_users_role" DEFAULT 'user';
=== add a unique column
ALTER TABLE "public"."users" ADD COLUMN "code" VARCHAR(255) UNIQUE; COMMENT ON COLUMN "users"."code" IS 'short';
=== add in a schema
ALTER TABLE "music"."tracks" ADD COLUMN "x" DOUBLE PRECISION;
=== remove a column
ALTER TABLE "public"."users" DROP COLUMN "age";
=== rename a column
ALTER TABLE "tracks" RENAME COLUMN "length" TO "length_ms";
=== change a column
ALTER TABLE "users" ALTER COLUMN "age" SET NOT NULL;ALTER TABLE "users" ALTER COLUMN "age" SET DEFAULT 1;ALTER TABLE "users" ALTER COLUMN "age" TYPE BIGINT;
=== change a column's type
ALTER TABLE "users" ALTER COLUMN "name" DROP NOT NULL;ALTER TABLE "users" ALTER COLUMN "name" DROP DEFAULT;ALTER TABLE "users" ALTER COLUMN "name" TYPE TEXT;
=== change a column to an enum
ALTER TABLE "users" ALTER COLUMN "role" DROP NOT NULL;ALTER TABLE "users" ALTER COLUMN "role" DROP DEFAULT;DO 'BEGIN CREATE TYPE "public"."enum_users_role" AS ENUM(''a'', ''b''); EXCEPTION WHEN duplicate_object THEN null; END';ALTER TABLE "users" ALTER COLUMN "role" TYPE "public"."enum_users_role" USING ("role"::"public"."enum_users_role");
=== change a column to refer to another table
ALTER TABLE "users"  ADD FOREIGN KEY ("albumId") REFERENCES "albums" ("id") ON DELETE SET NULL;
=== add an index
CREATE INDEX "users_created_at_name" ON "users" ("createdAt", "name");
=== add an index with options
CREATE UNIQUE INDEX "one_email" ON "users" USING btree ("email");
=== add an index from options
CREATE INDEX "users_email" ON "users" ("email") WHERE "age" IS NULL;
=== add an index concurrently
CREATE INDEX CONCURRENTLY "users_email" ON "users" ("email");
=== add an index with an order
CREATE INDEX "users_email_age" ON "users" ("email" DESC, "age") WHERE "age" IS NOT NULL AND "name" IN ('a', 'b');
=== remove an index
DROP INDEX IF EXISTS "users_email";
DROP INDEX CONCURRENTLY IF EXISTS "users_created_at_name";
=== add a foreign key
ALTER TABLE "tracks" ADD CONSTRAINT "tracks_albumId_albums_fk" FOREIGN KEY ("albumId") REFERENCES "albums" ("id") ON UPDATE NO ACTION ON DELETE CASCADE;
=== add a unique constraint
ALTER TABLE "users" ADD CONSTRAINT "users_name_email_uk" UNIQUE ("name", "email");
=== add a check
ALTER TABLE "users" ADD CONSTRAINT "adult" CHECK ("age" >= 18);
=== add a primary key
ALTER TABLE "users" ADD CONSTRAINT "users_id_pk" PRIMARY KEY ("id");
=== remove a constraint
ALTER TABLE "users" DROP CONSTRAINT "adult";
=== insert rows
INSERT INTO "users" ("name","age") VALUES ('a',1),('b''s',NULL);
=== update rows
UPDATE "users" SET "age"=0,"name"='x' WHERE "age" IS NULL;
=== delete rows
DELETE FROM "users" WHERE "name" IN ('a', 'b') AND "age" = 3;
=== schemas and enums
CREATE SCHEMA "music";
DROP TYPE IF EXISTS "enum_users_role";
=== a transaction
ALTER TABLE "public"."users" ADD COLUMN "a" INTEGER;
SELECT 1;
=== loops
ALTER TABLE "public"."a" DROP COLUMN "x";
ALTER TABLE "public"."b" DROP COLUMN "x";
ALTER TABLE "public"."users" ADD COLUMN "c" TEXT;
ALTER TABLE "public"."users" ADD COLUMN "d" TEXT;
