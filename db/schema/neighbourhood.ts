import { index, pgTable, primaryKey, real, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { editions } from "./edition.ts";

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

/** Where what was open in a neighbourhood went when boundaries changed: merged, split or drawn anew. */
export const successions = pgTable(
  "successions",
  {
    editionId: uuid()
      .notNull()
      .references(() => editions.id, { onDelete: "cascade" }),
    fromId: uuid()
      .notNull()
      .references(() => neighbourhoods.id),
    toId: uuid()
      .notNull()
      .references(() => neighbourhoods.id),
    /** How much of the old one's area it has, 0 to 1: the largest is the heir of what cannot be in two places. */
    share: real().notNull().default(1),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.fromId, t.toId] }), index().on(t.fromId), index().on(t.toId)],
);
