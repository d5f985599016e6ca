import { pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { agencyKinds } from "#app/domain/agency/agency.ts";

export const agencyKind = pgEnum("agency_kind", agencyKinds);

/** The police and its partners. */
export const agencies = pgTable("agencies", {
  id: uuid().primaryKey().defaultRandom(),
  code: text().notNull().unique(),
  name: text().notNull(),
  kind: agencyKind().notNull(),
});
