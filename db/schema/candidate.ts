import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";
import { concernCategory, concerns } from "./concern.ts";
import { cycles } from "./cycle.ts";

/** One problem that a cycle may choose, with its evidence and its methodology score. */
export const candidates = pgTable(
  "candidates",
  {
    id: uuid().primaryKey().defaultRandom(),
    cycleId: uuid()
      .notNull()
      .references(() => cycles.id, { onDelete: "cascade" }),
    /** On the ballot paper. */
    number: smallint().notNull(),
    category: concernCategory().notNull(),
    title: text().notNull(),
    statement: text().notNull(),
    /** Distinct people, merged concerns and those who added themselves counted. */
    raisers: integer().notNull().default(0),
    trendWords: text(),
    trendSource: text(),
    partnersWords: text(),
    harmWords: text(),
    underHeardWords: text(),
    /** 0 to 4 each; residents' support is computed from the ballots. */
    scoreSupport: smallint(),
    scoreEvidence: smallint(),
    scoreHarm: smallint(),
    scoreUnderHeard: smallint(),
    scoreChangeable: smallint(),
    scoreNotInHand: smallint(),
    /** Null until it was decided. */
    isShortlisted: boolean(),
    leftOffReason: text(),
    changedAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    unique().on(t.cycleId, t.number),
    check(
      "candidates_left_off",
      sql`${t.isShortlisted} is distinct from false or ${t.leftOffReason} is not null`,
    ),
    ...[
      ["support", t.scoreSupport] as const,
      ["evidence", t.scoreEvidence] as const,
      ["harm", t.scoreHarm] as const,
      ["under_heard", t.scoreUnderHeard] as const,
      ["changeable", t.scoreChangeable] as const,
      ["not_in_hand", t.scoreNotInHand] as const,
    ].map(([name, column]) => check(`candidates_score_${name}`, sql`${column} between 0 and 4`)),
    check("candidates_number", sql`${t.number} between 1 and 99`),
  ],
);

/** The concerns that a candidate stands for. */
export const candidateConcerns = pgTable(
  "candidate_concerns",
  {
    candidateId: uuid()
      .notNull()
      .references(() => candidates.id, { onDelete: "cascade" }),
    concernId: uuid()
      .notNull()
      .references(() => concerns.id),
  },
  (t) => [primaryKey({ columns: [t.candidateId, t.concernId] }), index().on(t.concernId)],
);
