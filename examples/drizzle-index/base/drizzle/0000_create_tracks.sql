CREATE TYPE "public"."mood" AS ENUM('calm', 'sad');--> statement-breakpoint
CREATE TABLE "tracks" (
	"id" serial PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"mood" "mood" DEFAULT 'calm' NOT NULL
);
