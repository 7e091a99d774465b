=== raw SQL
ALTER TABLE users ADD COLUMN nickname text;
=== raw SQL with bindings
ALTER TABLE "users" ALTER COLUMN "age" SET DEFAULT 3;
=== schema raw
CREATE EXTENSION IF NOT EXISTS "citext";
=== create a table
create table "albums" ("id" serial primary key, "title" varchar(200) not null, "code" varchar(255), "notes" text, "price" decimal(10, 2) default '0', "ratio" real, "live" boolean not null default '0', "tags" jsonb default '{"a":1}', "released" timestamptz null, "seen" timestamp(6), "labels" text[], "created_at" timestamptz not null default CURRENT_TIMESTAMP, "updated_at" timestamptz not null default CURRENT_TIMESTAMP);
comment on column "albums"."notes" is 'it''s long';
alter table "albums" add constraint "albums_code_unique" unique ("code");
=== create a table with keys
create table "tracks" ("id" bigserial primary key, "album_id" uuid, "owner" integer not null);
alter table "tracks" add constraint "tracks_album_id_foreign" foreign key ("album_id") references "albums" ("id") on delete CASCADE;
create index "tracks_album_id_index" on "tracks" ("album_id");
alter table "tracks" add constraint "tracks_owner_foreign" foreign key ("owner") references "users" ("id");
alter table "tracks" add constraint "both" foreign key ("a", "b") references "others" ("c", "d") on update SET NULL;
alter table "tracks" add constraint "tracks_album_id_owner_unique" unique ("album_id", "owner");
create index "by_owner" on "tracks" using hash ("owner");
=== create a table with a primary key
create table "links" ("a" integer, "b" integer, "n" serial, constraint "links_pkey" primary key ("a", "b"), check ("a" > 0));
comment on table "links" is 'links';
=== create a table with this
create table "old" ("id" uuid, "day" date, constraint "old_pkey" primary key ("id"));
=== create a table with an enum
create type "job_kind" as enum ('a', 'b');
create table "jobs" ("id" uuid primary key default gen_random_uuid(), "state" text check ("state" in ('new', 'done')) not null default 'new', "kind" "job_kind", "other" "job_kind");
=== create in a schema
create table "music"."tracks" ("id" serial primary key);
create index "tracks_id_index" on "music"."tracks" ("id");
=== create if it is not there
create table if not exists "t" ("id" bigint);
=== create like another
create table "copies" (like "albums" including all);
=== drop tables
drop table "albums";
drop table if exists "tracks";
=== rename a table
alter table "albums" rename to "records";
=== add columns
alter table "users" add column "nickname" varchar(255), add column "score" integer not null default '0';
=== add a column with a key
alter table "users" add column "album_id" integer;
alter table "users" add constraint "users_album_id_foreign" foreign key ("album_id") references "albums" ("id");
=== drop columns
alter table "users" drop column "age";
alter table "users" drop column "a", drop column "b";
alter table "users" drop column "created_at", drop column "updated_at";
=== rename a column
alter table "tracks" rename "length" to "length_ms";
=== alter a column
alter table "users" alter column "age" drop default;
alter table "users" alter column "age" drop not null;
alter table "users" alter column "age" type bigint using ("age"::bigint);
alter table "users" alter column "age" set default '1';
alter table "users" alter column "age" set not null;
=== alter a type alone
alter table "users" alter column "name" drop default;
alter table "users" alter column "name" type text using ("name"::text);
alter table "users" alter column "email" drop default;
alter table "users" alter column "email" drop not null;
alter table "users" alter column "email" set not null;
=== null and not null
alter table "users" alter column "age" drop not null;
alter table "users" alter column "name" set not null;
=== indexes
create index "users_email_index" on "users" ("email");
create unique index "named" on "users" ("name", "age");
create index "adults" on "users" ("age") where "age" is not null;
alter table "users" add constraint "users_email_unique" unique ("email");
create unique index "one_name" on "users" ("name");
alter table "users" add constraint "users_key" primary key ("id");
=== drop indexes and constraints
drop index "users_email_index";
drop index "named";
alter table "users" drop constraint "users_name_age_unique";
alter table "users" drop constraint "users_album_id_foreign";
alter table "users" drop constraint "fk";
alter table "users" drop constraint "users_pkey";
=== checks
alter table "users" add column "height" integer check ("height" > 0), add column "size" varchar(255) constraint sizes check ("size" in ('s','m'));
alter table "users" add constraint adult check(age > 3);
alter table "users" drop constraint old_check;
=== schemas and extensions
create schema "music";
create schema if not exists "more";
drop schema "old" cascade;
create extension if not exists "citext";
=== views
create view "v" ("a") as select 1;
refresh materialized view concurrently "m";
drop view "v";
=== update rows
update "users" set "age" = 0, "name" = 'x' where "age" is null;
=== update more rows
update "users" set "age" = 1 where "age" is null and "id" > 5 or "name" in ('a', 'b');
=== insert rows
insert into "users" ("age", "email", "name") values (1, DEFAULT, 'a'), (DEFAULT, NULL, 'b''s') on conflict ("name") do nothing;
=== delete rows
delete from "users" where ("age" = 1 or not "age" = 2);
truncate "old" restart identity;
=== promises
create table "a" ("id" serial primary key);
drop table "b";
DROP TABLE c;
drop table "d";
=== loops and functions
drop table "a";
drop table "b";
alter table "a_old" rename to "a";
alter table "b_old" rename to "b";
=== a transaction
drop table "a";
delete from "b";
