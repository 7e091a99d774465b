drop index "public"."tracks_title";
