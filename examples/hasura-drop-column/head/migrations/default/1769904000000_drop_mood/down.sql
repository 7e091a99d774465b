alter table "public"."tracks" add column "mood" text not null default 'calm';
