import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { confirmations, dutySources, rosterRowStates, rosterStates } from "#app/domain/abstraction/words.ts";
import { accounts } from "./account.ts";
import { instant } from "./columns.ts";
import { posts } from "./team.ts";

export const dutySource = pgEnum("duty_source", dutySources);
export const dutyConfirmation = pgEnum("duty_confirmation", confirmations);
export const rosterState = pgEnum("roster_state", rosterStates);
export const rosterRowState = pgEnum("roster_row_state", rosterRowStates);

/** How the files of one duty management system are read: mapped once, used for every file of it. */
export const rosterMappings = pgTable("roster_mappings", {
  name: text().primaryKey(),
  /** As `RosterMapping` of app/domain/roster has it. */
  mapping: jsonb().notNull(),
  changedAt: instant().notNull(),
  changedBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
  version: integer().notNull().default(1),
});

/** One import of duties. Nothing of it is seen before it is in force, whole. */
export const rosters = pgTable(
  "rosters",
  {
    id: uuid().primaryKey().defaultRandom(),
    mappingName: text().notNull(),
    /** The name of the file, without its folder. */
    source: text().notNull(),
    /** SHA-256 of its bytes, in hex. */
    sourceSum: text().notNull(),
    state: rosterState().notNull(),
    /** The first and the last day of duty in it, in London. */
    firstDay: date(),
    lastDay: date(),
    rowsRead: integer().notNull().default(0),
    minutesRead: bigint({ mode: "number" }).notNull().default(0),
    /** What the source itself says that it holds; null where it says nothing. */
    rowsStated: integer(),
    minutesStated: bigint({ mode: "number" }),
    startedAt: instant().notNull(),
    finishedAt: instant(),
    importedBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
    problem: text(),
  },
  (t) => [index().on(t.startedAt)],
);

/** The rows of an import: while it is staged all of them, afterwards those that were not simply taken. No names. */
export const rosterRows = pgTable(
  "roster_rows",
  {
    rosterId: uuid()
      .notNull()
      .references(() => rosters.id, { onDelete: "cascade" }),
    line: integer().notNull(),
    state: rosterRowState().notNull(),
    /** Why it was refused or ignored, in words; null for the others. */
    reason: text(),
    postId: uuid(),
    startsAt: instant(),
    endsAt: instant(),
    /** Null for a duty; else what the row logs in one. */
    code: text(),
    sourceReference: text(),
  },
  (t) => [primaryKey({ columns: [t.rosterId, t.line] }), index().on(t.rosterId, t.state, t.line)],
);

/**
 * A rostered neighbourhood duty of a post, in whole minutes of UTC. Duties of one post cannot overlap (an exclusion
 * constraint of the migration, `duties_no_overlap`).
 */
export const duties = pgTable(
  "duties",
  {
    id: uuid().primaryKey().defaultRandom(),
    postId: uuid()
      .notNull()
      .references(() => posts.id),
    startsAt: instant().notNull(),
    /** Not part of it. */
    endsAt: instant().notNull(),
    source: dutySource().notNull(),
    /** What the duty management system calls it. */
    sourceReference: text(),
    rosterId: uuid().references(() => rosters.id, { onDelete: "set null" }),
    confirmedAs: dutyConfirmation(),
    confirmedAt: instant(),
    confirmedBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
    /** Confirmed by when the definition asks for it: what counts as complete. */
    isConfirmedInTime: boolean().notNull().default(false),
  },
  (t) => [
    check(
      "duties_span",
      sql`${t.endsAt} > ${t.startsAt} and ${t.endsAt} <= ${t.startsAt} + interval '36 hours'`,
    ),
    check(
      "duties_whole_minutes",
      sql`extract(second from ${t.startsAt}) = 0 and extract(second from ${t.endsAt}) = 0`,
    ),
    check("duties_confirmed", sql`(${t.confirmedAs} is null) = (${t.confirmedAt} is null)`),
    check("duties_in_time", sql`not ${t.isConfirmedInTime} or ${t.confirmedAt} is not null`),
    index("duties_by_post").on(t.postId, t.startsAt),
    index("duties_by_start").on(t.startsAt),
    index("duties_unconfirmed")
      .on(t.postId, t.endsAt)
      .where(sql`${t.confirmedAt} is null`),
  ],
);
