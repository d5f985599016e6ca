import { index, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { urbanRural as urbanRuralWords } from "#app/domain/structure/structure.ts";
import { editions } from "./edition.ts";
import { neighbourhoods } from "./neighbourhood.ts";

/** Basic command units. */
export const bcus = pgTable("bcus", {
  id: uuid().primaryKey().defaultRandom(),
  code: text().notNull().unique(),
  name: text().notNull(),
});

export const sections = pgTable("sections", {
  id: uuid().primaryKey().defaultRandom(),
  code: text().notNull().unique(),
  name: text().notNull(),
});

/** Community safety partnerships: one to each council district of the force. */
export const partnerships = pgTable("partnerships", {
  id: uuid().primaryKey().defaultRandom(),
  /** GSS code of the district: what decides that a postcode belongs to the force. */
  code: text().notNull().unique(),
  name: text().notNull(),
  slug: text().notNull().unique(),
});

/** Safer Neighbourhoods Teams (SNT), each led by a sergeant. */
export const teams = pgTable("teams", {
  id: uuid().primaryKey().defaultRandom(),
  code: text().notNull().unique(),
  name: text().notNull(),
});

export const urbanRural = pgEnum("urban_rural", urbanRuralWords);

/** Where each neighbourhood stands in the force in one structure edition. */
export const placements = pgTable(
  "placements",
  {
    editionId: uuid()
      .notNull()
      .references(() => editions.id, { onDelete: "cascade" }),
    neighbourhoodId: uuid()
      .notNull()
      .references(() => neighbourhoods.id),
    bcuId: uuid()
      .notNull()
      .references(() => bcus.id),
    sectionId: uuid()
      .notNull()
      .references(() => sections.id),
    partnershipId: uuid()
      .notNull()
      .references(() => partnerships.id),
    teamId: uuid()
      .notNull()
      .references(() => teams.id),
    urbanRural: urbanRural(),
    // Names as this edition has them: an answer about the past keeps the names of its day.
    bcuName: text().notNull(),
    sectionName: text().notNull(),
    partnershipName: text().notNull(),
    teamName: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.editionId, t.neighbourhoodId] }),
    index().on(t.neighbourhoodId),
    index().on(t.teamId),
  ],
);
