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
  uuid,
} from "drizzle-orm/pg-core";
import { publicLineStates, taskingActionKinds, taskingActionStates } from "#app/domain/tasking/action.ts";
import { accounts } from "./account.ts";
import { agencies } from "./agency.ts";
import { agencyKeys } from "./agency-access.ts";
import { instant } from "./columns.ts";
import { priorities } from "./priority.ts";
import { taskingGroups } from "./tasking.ts";

export const taskingActionKind = pgEnum("tasking_action_kind", taskingActionKinds);
export const taskingActionState = pgEnum("tasking_action_state", taskingActionStates);
export const publicLineState = pgEnum("public_line_state", publicLineStates);

/** What a group asked of an agency. It belongs to the group and goes from meeting to meeting until it is closed. */
export const taskingActions = pgTable(
  "tasking_actions",
  {
    id: uuid().primaryKey().defaultRandom(),
    groupId: uuid()
      .notNull()
      .references(() => taskingGroups.id),
    /** Of the group's actions: "AV-214". */
    number: integer().notNull(),
    priorityId: uuid().references(() => priorities.id),
    kind: taskingActionKind().notNull(),
    /** Restricted: what is to be done. */
    task: text().notNull(),
    /** The police are an agency like the others. */
    agencyId: uuid()
      .notNull()
      .references(() => agencies.id),
    /** "Street lighting officer": the position that does it. */
    position: text().notNull(),
    /** Who does it, where that is known. */
    ownerId: uuid().references(() => accounts.id, { onDelete: "set null" }),
    dueOn: date().notNull(),
    state: taskingActionState().notNull().default("assigned"),
    /** What came of it, or why it was declined or withdrawn. Restricted. */
    result: text(),
    closedAt: instant(),
    /** What residents read of it; the agency proposes it, whoever writes the plan publishes or withholds it. */
    publicLine: text(),
    publicLineState: publicLineState().notNull().default("none"),
    withheldReason: text(),
    publishedAt: instant(),
    publishedBy: uuid(),
    givenBy: uuid(),
    givenAt: instant().notNull(),
    changedAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    unique().on(t.groupId, t.number),
    check(
      "tasking_actions_result",
      sql`${t.state} in ('assigned', 'accepted', 'in-progress') or (${t.result} is not null and ${t.closedAt} is not null)`,
    ),
    // What is done says what residents read of it, or why they read nothing.
    check("tasking_actions_line", sql`${t.state} <> 'done' or ${t.publicLineState} <> 'none'`),
    check(
      "tasking_actions_withheld",
      sql`(${t.publicLineState} = 'withheld') = (${t.withheldReason} is not null)`,
    ),
    check(
      "tasking_actions_written",
      sql`${t.publicLineState} not in ('proposed', 'published') or ${t.publicLine} is not null`,
    ),
    check(
      "tasking_actions_published",
      sql`(${t.publicLineState} = 'published') = (${t.publishedAt} is not null)`,
    ),
    index("tasking_actions_open")
      .on(t.agencyId, t.dueOn)
      .where(sql`${t.state} in ('assigned', 'accepted', 'in-progress')`),
    index("tasking_actions_closed")
      .on(t.agencyId, t.closedAt, t.id)
      .where(sql`${t.closedAt} is not null`),
    // For an agency's own system, which asks what changed since it asked last.
    index("tasking_actions_changed").on(t.agencyId, t.changedAt, t.id),
    index("tasking_actions_open_changed")
      .on(t.agencyId, t.changedAt, t.id)
      .where(sql`${t.state} in ('assigned', 'accepted', 'in-progress')`),
    // Closed ones too: every statement of staff asks which groups gave them something.
    index("tasking_actions_of_owner")
      .on(t.ownerId, t.dueOn)
      .where(sql`${t.ownerId} is not null`),
    index("tasking_actions_late")
      .on(t.dueOn)
      .where(sql`${t.state} in ('assigned', 'accepted', 'in-progress')`),
    index().on(t.priorityId),
  ],
);

/** Each step of an action: given, answered, moved to another day, given on, closed. */
export const taskingActionEvents = pgTable(
  "tasking_action_events",
  {
    number: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    actionId: uuid()
      .notNull()
      .references(() => taskingActions.id, { onDelete: "cascade" }),
    at: instant().notNull(),
    from: taskingActionState(),
    to: taskingActionState().notNull(),
    /** What was said with it. Restricted. */
    words: text(),
    dueOn: date().notNull(),
    agencyId: uuid()
      .notNull()
      .references(() => agencies.id),
    by: uuid().references(() => accounts.id, { onDelete: "set null" }),
    /** The agency's own system, where it was that. */
    keyId: uuid().references(() => agencyKeys.id),
  },
  (t) => [index().on(t.actionId, t.at)],
);

/** Who was told that an action is late: each rung once for each due day. */
export const taskingEscalations = pgTable(
  "tasking_escalations",
  {
    actionId: uuid()
      .notNull()
      .references(() => taskingActions.id, { onDelete: "cascade" }),
    dueOn: date().notNull(),
    /** 1 the owner, 2 the agency's lead, 3 the chair, 4 the board. */
    rung: smallint().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.actionId, t.dueOn, t.rung] }),
    check("tasking_escalations_rung", sql`${t.rung} between 1 and 4`),
  ],
);

/** What residents read of an action on a priority: the one thing of joint tasking that is public. */
export const taskingPublicLines = pgTable(
  "tasking_public_lines",
  {
    actionId: uuid()
      .primaryKey()
      .references(() => taskingActions.id, { onDelete: "cascade" }),
    priorityId: uuid()
      .notNull()
      .references(() => priorities.id),
    agencyId: uuid()
      .notNull()
      .references(() => agencies.id),
    line: text().notNull(),
    /** The day it was done. */
    doneOn: date().notNull(),
    publishedAt: instant().notNull(),
  },
  (t) => [index().on(t.priorityId, t.doneOn)],
);
