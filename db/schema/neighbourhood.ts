import { pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

/**
 * The lasting identity of a neighbourhood. Its name and shape belong to a boundary edition, its place in the
 * force to a structure edition, so that a restructure keeps old answers reproducible.
 */
export const neighbourhoods = pgTable("neighbourhoods", {
  id: uuid().primaryKey().defaultRandom(),
  /** The force's own code. */
  code: text().notNull().unique(),
  /** Ours, for addresses; given once and kept when the name changes. */
  slug: text().notNull().unique(),
  createdAt: timestamp({ withTimezone: true }).notNull(),
});
