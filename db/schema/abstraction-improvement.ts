import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { improvementActionStates, improvementStates } from "#app/domain/abstraction/words.ts";
import { accounts } from "./account.ts";
import { instant } from "./columns.ts";
import { teams } from "./structure.ts";

export const improvementState = pgEnum("abstraction_improvement_state", improvementStates);
export const improvementActionState = pgEnum("abstraction_improvement_action_state", improvementActionStates);

/** What is done about a team that is taken from its neighbourhoods too much: opened by a breach, closed by three good months. */
export const abstractionImprovements = pgTable(
  "abstraction_improvements",
  {
    id: uuid().primaryKey().defaultRandom(),
    teamId: uuid()
      .notNull()
      .references(() => teams.id),
    state: improvementState().notNull(),
    openedAt: instant().notNull(),
    /** The first day of the month whose figure opened it. */
    openedFor: date().notNull(),
    /** The first day of the last month that was judged. */
    judgedTo: date().notNull(),
    /** Of the plan: empty while nobody has written it. */
    rootCause: text().notNull().default(""),
    target: text().notNull().default(""),
    /** Tenths of a per cent. */
    targetTenths: integer(),
    targetOn: date(),
    /** What panels and residents read of it. */
    publicSummary: text().notNull().default(""),
    ownerId: uuid().references(() => accounts.id, { onDelete: "set null" }),
    liveAt: instant(),
    escalatedAt: instant(),
    closedAt: instant(),
    result: text(),
    changedAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex("abstraction_improvements_open")
      .on(t.teamId)
      .where(sql`${t.closedAt} is null`),
    index().on(t.teamId, t.openedAt),
    check("abstraction_improvements_closed", sql`(${t.state} = 'closed') = (${t.closedAt} is not null)`),
  ],
);

/** Each step of it. */
export const abstractionImprovementEvents = pgTable(
  "abstraction_improvement_events",
  {
    id: uuid().primaryKey().defaultRandom(),
    improvementId: uuid()
      .notNull()
      .references(() => abstractionImprovements.id, { onDelete: "cascade" }),
    at: instant().notNull(),
    from: improvementState().notNull(),
    to: improvementState().notNull(),
    line: text().notNull(),
    actorId: uuid(),
  },
  (t) => [index().on(t.improvementId, t.at)],
);

/** What is to be done, and by the unit that causes it: not by the team alone. */
export const abstractionImprovementActions = pgTable(
  "abstraction_improvement_actions",
  {
    id: uuid().primaryKey().defaultRandom(),
    improvementId: uuid()
      .notNull()
      .references(() => abstractionImprovements.id, { onDelete: "cascade" }),
    number: smallint().notNull(),
    unit: text().notNull(),
    task: text().notNull(),
    ownerId: uuid().references(() => accounts.id, { onDelete: "set null" }),
    dueOn: date().notNull(),
    state: improvementActionState().notNull().default("open"),
    result: text(),
    changedAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    unique().on(t.improvementId, t.number),
    check("abstraction_improvement_actions_result", sql`(${t.state} = 'open') = (${t.result} is null)`),
    index("abstraction_improvement_actions_mine")
      .on(t.ownerId, t.dueOn)
      .where(sql`${t.state} = 'open'`),
  ],
);

/** The monthly look of the BCU. */
export const abstractionImprovementReviews = pgTable(
  "abstraction_improvement_reviews",
  {
    id: uuid().primaryKey().defaultRandom(),
    improvementId: uuid()
      .notNull()
      .references(() => abstractionImprovements.id, { onDelete: "cascade" }),
    /** The first day of the month that was looked at. */
    month: date().notNull(),
    note: text().notNull(),
    at: instant().notNull(),
    by: uuid().references(() => accounts.id, { onDelete: "set null" }),
  },
  (t) => [unique().on(t.improvementId, t.month)],
);

const share = () => bigint({ mode: "number" }).notNull();

/**
 * The months of a team that were judged, with the figures that were judged then: a month is judged once, and once more
 * when a correction makes something else of it.
 */
export const abstractionJudgements = pgTable(
  "abstraction_judgements",
  {
    teamId: uuid()
      .notNull()
      .references(() => teams.id),
    /** Its first day. */
    month: date().notNull(),
    judgedAt: instant().notNull(),
    duty: share(),
    abstracted: share(),
    duties: share(),
    confirmed: share(),
  },
  (t) => [primaryKey({ columns: [t.teamId, t.month] })],
);
