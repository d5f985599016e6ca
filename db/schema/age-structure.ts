import { sql } from "drizzle-orm";
import { check, integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { ageBand } from "./account.ts";
import { editions } from "./edition.ts";
import { neighbourhoods } from "./neighbourhood.ts";

/** How many residents of an age band live in a neighbourhood, where the structure file says so. */
export const ageStructures = pgTable(
  "age_structures",
  {
    editionId: uuid()
      .notNull()
      .references(() => editions.id, { onDelete: "cascade" }),
    neighbourhoodId: uuid()
      .notNull()
      .references(() => neighbourhoods.id),
    ageBand: ageBand().notNull(),
    residents: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.editionId, t.neighbourhoodId, t.ageBand] }),
    check("age_structures_residents", sql`${t.residents} >= 0`),
  ],
);
