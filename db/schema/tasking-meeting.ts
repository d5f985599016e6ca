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
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { agendaSections, priorityReasons } from "#app/domain/tasking/agenda.ts";
import { carriedOutcomes } from "#app/domain/tasking/action.ts";
import { taskingEntryKinds } from "#app/domain/tasking/entry.ts";
import { markings } from "#app/domain/tasking/marking.ts";
import { attendanceStates, taskingMeetingStates } from "#app/domain/tasking/meeting.ts";
import { accounts } from "./account.ts";
import { agencies } from "./agency.ts";
import { agreements } from "./agreement.ts";
import { instant } from "./columns.ts";
import { priorities } from "./priority.ts";
import { taskingGroups } from "./tasking.ts";
import { taskingActions } from "./tasking-action.ts";

export const taskingMeetingState = pgEnum("tasking_meeting_state", taskingMeetingStates);
export const attendanceState = pgEnum("attendance_state", attendanceStates);
export const agendaSection = pgEnum("agenda_section", agendaSections);
export const agendaPriorityReason = pgEnum("agenda_priority_reason", priorityReasons);
export const marking = pgEnum("marking", markings);
export const carriedOutcome = pgEnum("carried_outcome", carriedOutcomes);
export const taskingEntryKind = pgEnum("tasking_entry_kind", taskingEntryKinds);

/** One meeting of a group. Restricted, all of it. */
export const taskingMeetings = pgTable(
  "tasking_meetings",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** "J-7K3FQ", in addresses. */
    reference: text().notNull().unique(),
    groupId: uuid()
      .notNull()
      .references(() => taskingGroups.id),
    /** Of the group's meetings: "AV/14". */
    number: integer().notNull(),
    state: taskingMeetingState().notNull().default("called"),
    marking: marking().notNull().default("official-sensitive"),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    place: text(),
    howToJoin: text(),
    chairId: uuid().references(() => accounts.id, { onDelete: "set null" }),
    openedAt: instant(),
    finishedAt: instant(),
    finishedBy: uuid(),
    circulatedAt: instant(),
    cancelledReason: text(),
    /** When it meets next, as it was said at the end. */
    nextOn: date(),
    /** Raised whenever time or place change, as calendars want it. */
    sequence: integer().notNull().default(0),
    /** How many entries it has; raised under its lock, so that they stand in one order. */
    entries: integer().notNull().default(0),
    calledBy: uuid(),
    calledAt: instant().notNull(),
    changedAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    unique().on(t.groupId, t.number),
    check("tasking_meetings_times", sql`${t.startsAt} < ${t.endsAt}`),
    check("tasking_meetings_somewhere", sql`${t.place} is not null or ${t.howToJoin} is not null`),
    check("tasking_meetings_finished", sql`(${t.state} = 'finished') = (${t.finishedAt} is not null)`),
    check("tasking_meetings_cancelled", sql`(${t.state} = 'cancelled') = (${t.cancelledReason} is not null)`),
    index().on(t.startsAt),
    index().on(t.groupId, t.startsAt),
  ],
);

/** Who was asked, who came, and what was checked at the door. */
export const taskingAttendances = pgTable(
  "tasking_attendances",
  {
    id: uuid().primaryKey().defaultRandom(),
    meetingId: uuid()
      .notNull()
      .references(() => taskingMeetings.id, { onDelete: "cascade" }),
    /** Null for a guest, who has no access of their own, and for somebody erased since. */
    accountId: uuid().references(() => accounts.id, { onDelete: "set null" }),
    /** Of a guest. */
    name: text(),
    agencyId: uuid()
      .notNull()
      .references(() => agencies.id),
    position: text().notNull(),
    state: attendanceState().notNull().default("invited"),
    /** When they made the confidentiality declaration of this meeting. */
    declaredAt: instant(),
    /** The live agreement found at the door; the police need none. */
    agreementId: uuid().references(() => agreements.id),
    invitedAt: instant(),
    /** When they lost the meeting: they left the group, or were asked by mistake. */
    withdrawnAt: instant(),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex("tasking_attendances_once")
      .on(t.meetingId, t.accountId)
      .where(sql`${t.accountId} is not null`),
    index().on(t.accountId),
  ],
);

/** What is talked about, in the order of the agenda. */
export const taskingItems = pgTable(
  "tasking_items",
  {
    id: uuid().primaryKey().defaultRandom(),
    meetingId: uuid()
      .notNull()
      .references(() => taskingMeetings.id, { onDelete: "cascade" }),
    section: agendaSection().notNull(),
    position: smallint().notNull(),
    title: text().notNull(),
    /** What is known before the talk: facts of a priority, an analyst's product, a bid. Restricted. */
    brief: text().notNull().default(""),
    marking: marking().notNull().default("official-sensitive"),
    priorityId: uuid().references(() => priorities.id),
    priorityReason: agendaPriorityReason(),
    /** A concern category where there is no priority. */
    theme: text(),
    /** What residents are to be told of this item, and by whom; or that nothing is. */
    feedbackLine: text(),
    /** Written by the agenda itself, and renewed with it while the meeting is called. */
    isStanding: boolean().notNull(),
    addedBy: uuid(),
    addedAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [index().on(t.meetingId, t.section, t.position), index().on(t.priorityId)],
);

/** What was written down, each under the next number of its meeting. Never changed. */
export const taskingEntries = pgTable(
  "tasking_entries",
  {
    meetingId: uuid()
      .notNull()
      .references(() => taskingMeetings.id, { onDelete: "cascade" }),
    number: integer().notNull(),
    kind: taskingEntryKind().notNull(),
    itemId: uuid().references(() => taskingItems.id, { onDelete: "cascade" }),
    /** The note or the decision; of an action, what was to be done when it was given. */
    words: text().notNull(),
    /** Why it was decided so. */
    reason: text(),
    actionId: uuid().references(() => taskingActions.id, { onDelete: "cascade" }),
    replaces: integer(),
    /** Made by the screen that sends it: sent twice, it is written once. */
    key: uuid().notNull(),
    by: uuid().references(() => accounts.id, { onDelete: "set null" }),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.meetingId, t.number] }),
    unique().on(t.meetingId, t.key),
    check("tasking_entries_reason", sql`${t.kind} <> 'decision' or ${t.reason} is not null`),
    check("tasking_entries_action", sql`(${t.kind} in ('action', 'carried')) = (${t.actionId} is not null)`),
    index().on(t.actionId),
  ],
);

/** The actions that were open when a meeting was called or opened: each needs an outcome before it is finished. */
export const taskingCarried = pgTable(
  "tasking_carried",
  {
    meetingId: uuid()
      .notNull()
      .references(() => taskingMeetings.id, { onDelete: "cascade" }),
    actionId: uuid()
      .notNull()
      .references(() => taskingActions.id, { onDelete: "cascade" }),
    outcome: carriedOutcome(),
    note: text(),
    by: uuid().references(() => accounts.id, { onDelete: "set null" }),
    at: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.meetingId, t.actionId] }),
    check("tasking_carried_at", sql`(${t.outcome} is null) = (${t.at} is null)`),
    index().on(t.actionId),
  ],
);
