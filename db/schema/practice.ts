import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./account.ts";
import { instant } from "./columns.ts";
import { concernCategory } from "./concern.ts";
import { priorities } from "./priority.ts";

/** What worked, or did not, somewhere: for the next team with the same problem. */
export const practiceItems = pgTable(
  "practice_items",
  {
    id: uuid().primaryKey().defaultRandom(),
    slug: text().notNull().unique(),
    /** Null for one that came from elsewhere. */
    priorityId: uuid().references(() => priorities.id),
    category: concernCategory().notNull(),
    title: text().notNull(),
    problem: text().notNull(),
    response: text().notNull(),
    outcome: text().notNull(),
    /** Who evaluated it; null is "not evaluated", and the page says so. */
    evaluatedBy: text(),
    isTransferable: boolean(),
    transferNote: text(),
    /** Whom to ask: a role, never a name. */
    contactRole: text().notNull(),
    /** When it was done. */
    year: integer().notNull(),
    addedBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
    publishedAt: instant(),
    changedAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [check("practice_items_year", sql`${t.year} between 1980 and 2100`), index().on(t.category)],
);
