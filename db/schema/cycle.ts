import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { cycleStages } from "#app/domain/cycle/stages.ts";
import { instant } from "./columns.ts";
import { editions } from "./edition.ts";
import { neighbourhoods } from "./neighbourhood.ts";

export const cycleStage = pgEnum("cycle_stage", cycleStages);

/** One round of choosing priorities in one neighbourhood. The dates are the last day of each stage, extensions included. */
export const cycles = pgTable(
  "cycles",
  {
    id: uuid().primaryKey().defaultRandom(),
    neighbourhoodId: uuid()
      .notNull()
      .references(() => neighbourhoods.id),
    number: integer().notNull(),
    stage: cycleStage().notNull(),
    startsOn: date().notNull(),
    raisingEndsOn: date().notNull(),
    researchEndsOn: date().notNull(),
    shortlistingEndsOn: date().notNull(),
    votingEndsOn: date().notNull(),
    panelEndsOn: date().notNull(),
    liveEndsOn: date().notNull(),
    reviewingEndsOn: date().notNull(),
    methodologyVersion: integer().notNull().default(1),
    /** The boundaries that the vote is held on, whatever changes meanwhile. */
    boundaryEditionId: uuid().references(() => editions.id, { onDelete: "set null" }),
    /** No panel yet: KIN members and the inspector decide, flagged in public. */
    isInterim: boolean().notNull().default(false),
    changedAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    unique().on(t.neighbourhoodId, t.number),
    uniqueIndex("cycles_one_running")
      .on(t.neighbourhoodId)
      .where(sql`${t.stage} not in ('planned', 'closed')`),
    check(
      "cycles_dates",
      sql`${t.startsOn} <= ${t.raisingEndsOn} and ${t.raisingEndsOn} <= ${t.researchEndsOn} and ${t.researchEndsOn} <= ${t.shortlistingEndsOn} and ${t.shortlistingEndsOn} <= ${t.votingEndsOn} and ${t.votingEndsOn} <= ${t.panelEndsOn} and ${t.panelEndsOn} <= ${t.liveEndsOn} and ${t.liveEndsOn} <= ${t.reviewingEndsOn}`,
    ),
    index("cycles_running")
      .on(t.stage, t.neighbourhoodId)
      .where(sql`${t.stage} <> 'closed'`),
  ],
);

/** A stage that was given more days, and why. */
export const cycleExtensions = pgTable(
  "cycle_extensions",
  {
    id: uuid().primaryKey().defaultRandom(),
    cycleId: uuid()
      .notNull()
      .references(() => cycles.id, { onDelete: "cascade" }),
    stage: cycleStage().notNull(),
    extraDays: integer().notNull(),
    /** Public. */
    reason: text().notNull(),
    by: uuid(),
    at: instant().notNull(),
  },
  (t) => [index().on(t.cycleId), check("cycle_extensions_days", sql`${t.extraDays} between 1 and 366`)],
);

/** What happened in a cycle, in public words. */
export const cycleEvents = pgTable(
  "cycle_events",
  {
    id: uuid().primaryKey().defaultRandom(),
    cycleId: uuid()
      .notNull()
      .references(() => cycles.id, { onDelete: "cascade" }),
    at: instant().notNull(),
    from: cycleStage(),
    to: cycleStage().notNull(),
    line: text().notNull(),
    actorId: uuid(),
  },
  (t) => [index().on(t.cycleId, t.at)],
);

/** The key under which a cycle's ballots know their voters: sealed, and destroyed in time. */
export const cycleKeys = pgTable(
  "cycle_keys",
  {
    cycleId: uuid()
      .primaryKey()
      .references(() => cycles.id, { onDelete: "cascade" }),
    sealedKey: text(),
    destroyOn: date(),
    destroyedAt: instant(),
  },
  (t) => [check("cycle_keys_destroyed", sql`(${t.destroyedAt} is not null) = (${t.sealedKey} is null)`)],
);

/** A time before an election: no new publicity, and cycles may pause. */
export const preElectionPeriods = pgTable(
  "pre_election_periods",
  {
    id: uuid().primaryKey().defaultRandom(),
    startsOn: date().notNull(),
    endsOn: date().notNull(),
    pausesCycles: boolean().notNull(),
    /** Public: which election. */
    reason: text().notNull(),
    setBy: uuid(),
    setAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [check("pre_election_dates", sql`${t.startsOn} <= ${t.endsOn}`)],
);
