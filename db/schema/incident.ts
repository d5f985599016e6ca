import { date, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";
import { neighbourhoods } from "./neighbourhood.ts";

/** One month of recorded incidents, as it was loaded. */
export const incidentImports = pgTable(
  "incident_imports",
  {
    id: uuid().primaryKey().defaultRandom(),
    source: text().notNull(),
    /** The first day of the month. */
    month: date().notNull(),
    digest: text().notNull(),
    rows: integer().notNull(),
    /** Rows without a position, and rows in no neighbourhood. */
    withoutPosition: integer().notNull(),
    outside: integer().notNull(),
    attribution: text().notNull(),
    importedAt: instant().notNull(),
  },
  (t) => [unique().on(t.source, t.month)],
);

/** How many incidents of a kind were recorded in a neighbourhood in a month. */
export const incidentCounts = pgTable(
  "incident_counts",
  {
    importId: uuid()
      .notNull()
      .references(() => incidentImports.id, { onDelete: "cascade" }),
    neighbourhoodId: uuid()
      .notNull()
      .references(() => neighbourhoods.id),
    /** As the source names it. */
    kind: text().notNull(),
    month: date().notNull(),
    count: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.neighbourhoodId, t.kind] }),
    index().on(t.neighbourhoodId, t.month),
  ],
);
