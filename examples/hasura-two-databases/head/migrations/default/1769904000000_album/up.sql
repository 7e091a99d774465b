alter table "public"."tracks" add column "album" text;

update "public"."tracks" set "album" = '';
