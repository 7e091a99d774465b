create index concurrently "tracks_title" on "public"."tracks" ("title");
