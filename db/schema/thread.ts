import { sql } from "drizzle-orm";
import { check, date, index, integer, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { promiseLevels } from "#app/domain/thread/promise.ts";
import { threadStates } from "#app/domain/thread/states.ts";
import { accounts } from "./account.ts";
import { instant } from "./columns.ts";
import { divertRoute } from "./concern.ts";
import { neighbourhoods } from "./neighbourhood.ts";

export const threadState = pgEnum("thread_state", threadStates);
export const threadLevel = pgEnum("thread_level", promiseLevels);

/** A message to the team and what came of it, under the 72-hour promise. */
export const threads = pgTable(
  "threads",
  {
    id: uuid().primaryKey().defaultRandom(),
    reference: text().notNull().unique(),
    neighbourhoodId: uuid()
      .notNull()
      .references(() => neighbourhoods.id),
    state: threadState().notNull(),
    /** Whose turn it is to answer. */
    level: threadLevel().notNull(),
    raisedBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
    enteredBy: uuid(),
    receivedAt: instant().notNull(),
    dueAt: instant().notNull(),
    /** A delay that was told honestly: until when. */
    delayedUntil: instant(),
    answeredAt: instant(),
    /** When the promise was found broken. */
    missedAt: instant(),
    escalatedAt: instant(),
    closedAt: instant(),
    eraseOn: date(),
    changedAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("threads_answered", sql`${t.state} <> 'answered' or ${t.answeredAt} is not null`),
    check("threads_closed", sql`(${t.state} = 'closed') = (${t.closedAt} is not null)`),
    index("threads_waiting")
      .on(t.neighbourhoodId, t.dueAt)
      .where(sql`${t.state} in ('received', 'acknowledged', 'reopened')`),
    index().on(t.dueAt),
    index().on(t.raisedBy),
    index().on(t.eraseOn),
  ],
);

/** What was written to and fro; erased with the thread. */
export const threadEntries = pgTable(
  "thread_entries",
  {
    id: uuid().primaryKey().defaultRandom(),
    threadId: uuid()
      .notNull()
      .references(() => threads.id, { onDelete: "cascade" }),
    at: instant().notNull(),
    writer: text({ enum: ["resident", "staff", "platform"] }).notNull(),
    writerId: uuid(),
    kind: text({ enum: ["message", "acknowledgement", "answer", "delay", "redirect", "note"] }).notNull(),
    /** Null once erased. */
    words: text(),
  },
  (t) => [index().on(t.threadId, t.at)],
);

/** A message that the contact centre was told of at once, as `diversions` of a concern; opened again, it may be once more. */
export const threadHandOffs = pgTable(
  "thread_hand_offs",
  {
    id: uuid().primaryKey().defaultRandom(),
    threadId: uuid()
      .notNull()
      .references(() => threads.id, { onDelete: "cascade" }),
    route: divertRoute().notNull(),
    handedAt: instant().notNull(),
    /** When nobody acknowledged it by then, the alarm goes. */
    alarmAt: instant().notNull(),
    alarmedAt: instant(),
    acknowledgedAt: instant(),
    acknowledgedBy: uuid(),
    /** The other system's number: never what it holds. */
    forceReference: text(),
  },
  (t) => [
    check(
      "thread_hand_offs_acknowledged",
      sql`(${t.acknowledgedAt} is null) = (${t.forceReference} is null)`,
    ),
    index("thread_hand_offs_waiting")
      .on(t.alarmAt)
      .where(sql`${t.acknowledgedAt} is null`),
    index().on(t.threadId),
  ],
);
