alter table "public"."tracks" drop column "mood" cascade;
