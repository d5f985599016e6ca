import { sql } from "drizzle-orm";
import {
  boolean,
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
  uuid,
} from "drizzle-orm/pg-core";
import { feedbackAnswers, feedbackModes, roundKinds, toldAnswers } from "#app/domain/feedback/answers.ts";
import { accounts } from "./account.ts";
import { instant } from "./columns.ts";
import { priorities } from "./priority.ts";

export const feedbackAnswer = pgEnum("feedback_answer", feedbackAnswers);
export const feedbackMode = pgEnum("feedback_mode", feedbackModes);
export const feedbackRoundKind = pgEnum("feedback_round_kind", roundKinds);
export const toldAnswer = pgEnum("told_answer", toldAnswers);

/** A time in which residents say whether a priority is solved; once more ninety days after it was signed off. */
export const feedbackRounds = pgTable(
  "feedback_rounds",
  {
    id: uuid().primaryKey().defaultRandom(),
    priorityId: uuid()
      .notNull()
      .references(() => priorities.id),
    kind: feedbackRoundKind().notNull(),
    number: smallint().notNull(),
    opensOn: date().notNull(),
    /** The last day on which answers are taken. */
    closesOn: date().notNull(),
    isExtended: boolean().notNull().default(false),
    /** What was done to hear more people, as residents read it; null while none was needed. */
    outreach: text(),
    /** How many voted for the priority, and so how many replies are needed. */
    voters: integer().notNull(),
    quorum: integer().notNull(),
    closedAt: instant(),
    /** The count, once it is closed. */
    solved: integer(),
    betterEnough: integer(),
    betterNotEnough: integer(),
    noChange: integer(),
    worse: integer(),
    dontKnow: integer(),
    told: integer(),
    isPassed: boolean(),
    isFewReplies: boolean(),
  },
  (t) => [
    unique().on(t.priorityId, t.kind, t.number),
    check("feedback_rounds_days", sql`${t.opensOn} <= ${t.closesOn}`),
    check("feedback_rounds_quorum", sql`${t.quorum} >= 1`),
    check(
      "feedback_rounds_counted",
      sql`(${t.closedAt} is null) = (${t.isPassed} is null) and (${t.closedAt} is null) = (${t.isFewReplies} is null) and (${t.closedAt} is null) = (${t.solved} is null)`,
    ),
    check(
      "feedback_rounds_few",
      sql`${t.closedAt} is null or ${t.isFewReplies} = (${t.solved} + ${t.betterEnough} + ${t.betterNotEnough} + ${t.noChange} + ${t.worse} + ${t.dontKnow} < ${t.quorum})`,
    ),
    index("feedback_rounds_open")
      .on(t.closesOn)
      .where(sql`${t.closedAt} is null`),
  ],
);

/** What one person said: one answer each, changeable until the round closes. */
export const feedbackReplies = pgTable(
  "feedback_replies",
  {
    id: uuid().primaryKey().defaultRandom(),
    roundId: uuid()
      .notNull()
      .references(() => feedbackRounds.id, { onDelete: "cascade" }),
    /** Null once who it was has been erased. */
    accountId: uuid().references(() => accounts.id, { onDelete: "set null" }),
    mode: feedbackMode().notNull(),
    answer: feedbackAnswer().notNull(),
    told: toldAnswer().notNull(),
    /** Why, in their own words: for staff, never published. Null once erased. */
    words: text(),
    repliedAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [unique().on(t.roundId, t.accountId), index().on(t.accountId)],
);

/** Who was asked, so that nobody is asked twice in a round however often the asking is begun. */
export const feedbackAsks = pgTable(
  "feedback_asks",
  {
    roundId: uuid()
      .notNull()
      .references(() => feedbackRounds.id, { onDelete: "cascade" }),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    askedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.accountId] }), index().on(t.accountId)],
);
