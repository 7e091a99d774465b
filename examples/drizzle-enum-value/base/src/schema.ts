import { pgEnum, pgTable, serial, text } from "drizzle-orm/pg-core";

export const mood = pgEnum("mood", ["calm", "sad"]);

export const tracks = pgTable("tracks", {
  id: serial("id").primaryKey(),
  title: text("title").notNull(),
  mood: mood("mood").notNull().default("calm"),
});
