import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { editionNouns } from "#app/domain/edition/edition.ts";

export const editionNoun = pgEnum("edition_noun", editionNouns);

/**
 * One delivery of imported facts. Its rows are written while it is `staging`, where nothing reads them,
 * and never change once it is `whole`.
 */
export const editions = pgTable(
  "editions",
  {
    id: uuid().primaryKey().defaultRandom(),
    noun: editionNoun().notNull(),
    status: text({ enum: ["staging", "whole"] }).notNull(),
    /** What was loaded, in words: a file name, "OS Code-Point Open". Never a path. */
    source: text().notNull(),
    /** The date the publisher gives it, where known. */
    sourceDate: date(),
    /** The credit its licence asks for; empty when it asks for none. */
    attribution: text().notNull(),
    /** Illustrative facts (the demonstration's) are labelled so wherever they are shown. */
    isIllustrative: boolean().notNull(),
    /** SHA-256 of what was read, so that a repeated import is recognised. */
    digest: text().notNull(),
    /** Counts and remarks of the import, as `EditionReport`. */
    report: jsonb().notNull().default({}),
    createdAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index().on(t.noun, t.createdAt)],
);

/** When an edition was in force. One term per noun is open; a rollback opens a new term on an old edition. */
export const editionTerms = pgTable(
  "edition_terms",
  {
    number: integer().primaryKey().generatedAlwaysAsIdentity(),
    noun: editionNoun().notNull(),
    editionId: uuid()
      .notNull()
      .references(() => editions.id),
    inForceFrom: timestamp({ withTimezone: true }).notNull(),
    inForceTo: timestamp({ withTimezone: true }),
  },
  (t) => [
    uniqueIndex("edition_terms_one_open")
      .on(t.noun)
      .where(sql`${t.inForceTo} is null`),
    index().on(t.noun, t.inForceFrom),
  ],
);
