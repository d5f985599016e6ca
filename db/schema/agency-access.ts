import { sql } from "drizzle-orm";
import { date, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./account.ts";
import { agencies } from "./agency.ts";
import { instant } from "./columns.ts";

/** Who hears when an agency's actions are late. */
export const agencyLeads = pgTable(
  "agency_leads",
  {
    agencyId: uuid()
      .primaryKey()
      .references(() => agencies.id),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    since: instant().notNull(),
  },
  (t) => [index().on(t.accountId)],
);

/** Keys by which an agency's own system works its actions. A key is shown once, and kept nowhere. */
export const agencyKeys = pgTable(
  "agency_keys",
  {
    id: uuid().primaryKey().defaultRandom(),
    agencyId: uuid()
      .notNull()
      .references(() => agencies.id),
    name: text().notNull(),
    /** SHA-256 of the key. */
    hash: text().notNull().unique(),
    madeBy: uuid(),
    madeAt: instant().notNull(),
    /** The last day it opens anything. */
    endsOn: date().notNull(),
    endedAt: instant(),
    lastUsedAt: instant(),
  },
  (t) => [
    index()
      .on(t.agencyId)
      .where(sql`${t.endedAt} is null`),
  ],
);
