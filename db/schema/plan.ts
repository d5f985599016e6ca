import { sql } from "drizzle-orm";
import {
  bigint,
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
import { actionKinds, actionStates } from "#app/domain/plan/action.ts";
import type { PlanFieldName } from "#app/domain/plan/fields.ts";
import { reviewers } from "#app/domain/plan/review.ts";
import { planStages, planStandings } from "#app/domain/plan/states.ts";
import { accounts } from "./account.ts";
import { agencies } from "./agency.ts";
import { instant } from "./columns.ts";
import { priorities } from "./priority.ts";

export const planStage = pgEnum("plan_stage", planStages);
export const planStanding = pgEnum("plan_standing", planStandings);
export const planReviewer = pgEnum("plan_reviewer", reviewers);
export const planActionKind = pgEnum("plan_action_kind", actionKinds);
export const planActionState = pgEnum("plan_action_state", actionStates);

/** The problem-solving plan of a priority: there from the day it is adopted. What is written in it is in `plan_fields`. */
export const plans = pgTable(
  "plans",
  {
    id: uuid().primaryKey().defaultRandom(),
    priorityId: uuid()
      .notNull()
      .unique()
      .references(() => priorities.id),
    stage: planStage().notNull().default("draft"),
    standing: planStanding().notNull().default("running"),
    pausedUntil: date(),
    /** Public. */
    pausedReason: text(),
    /** The sergeant who answers for it. */
    ownerId: uuid().references(() => accounts.id, { onDelete: "set null" }),
    leadId: uuid().references(() => accounts.id, { onDelete: "set null" }),
    begunOn: date().notNull(),
    /** When each reviewer is due, moved on by each review. */
    sergeantDueOn: date().notNull(),
    inspectorDueOn: date().notNull(),
    /** When residents are asked once more, after it was signed off. */
    monitorOn: date(),
    closedAt: instant(),
    changedAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check(
      "plans_paused",
      sql`(${t.standing} = 'paused') = (${t.pausedUntil} is not null and ${t.pausedReason} is not null)`,
    ),
    check("plans_closed", sql`(${t.stage} = 'closed') = (${t.closedAt} is not null)`),
    index().on(t.sergeantDueOn),
    index().on(t.inspectorDueOn),
    index().on(t.ownerId),
  ],
);

/** One field of a plan as it stands. Each has its own version, so that two editors of one plan disturb each other only in one field. */
export const planFields = pgTable(
  "plan_fields",
  {
    planId: uuid()
      .notNull()
      .references(() => plans.id, { onDelete: "cascade" }),
    name: text().$type<PlanFieldName>().notNull(),
    value: text().notNull(),
    version: integer().notNull(),
    changedAt: instant().notNull(),
    changedBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
  },
  (t) => [primaryKey({ columns: [t.planId, t.name] })],
);

/** Every value that a field of a plan ever had, in order: what the versions of a plan are put together from. */
export const planChanges = pgTable(
  "plan_changes",
  {
    number: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    planId: uuid()
      .notNull()
      .references(() => plans.id, { onDelete: "cascade" }),
    name: text().$type<PlanFieldName>().notNull(),
    value: text().notNull(),
    version: integer().notNull(),
    at: instant().notNull(),
    by: uuid().references(() => accounts.id, { onDelete: "set null" }),
  },
  (t) => [unique().on(t.planId, t.name, t.version), index().on(t.planId, t.at)],
);

/** Each step of a plan from stage to stage, paused, returned. */
export const planEvents = pgTable(
  "plan_events",
  {
    id: uuid().primaryKey().defaultRandom(),
    planId: uuid()
      .notNull()
      .references(() => plans.id, { onDelete: "cascade" }),
    at: instant().notNull(),
    from: planStage().notNull(),
    to: planStage().notNull(),
    standing: planStanding().notNull(),
    /** Public. */
    line: text().notNull(),
    actorId: uuid(),
  },
  (t) => [index().on(t.planId, t.at)],
);

/** How the community took part in a stage. Public: groups, never a person. */
export const planInvolvements = pgTable(
  "plan_involvements",
  {
    id: uuid().primaryKey().defaultRandom(),
    planId: uuid()
      .notNull()
      .references(() => plans.id, { onDelete: "cascade" }),
    stage: planStage().notNull(),
    heldOn: date().notNull(),
    who: text().notNull(),
    how: text().notNull(),
    whatChanged: text().notNull(),
    addedBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
    addedAt: instant().notNull(),
  },
  (t) => [index().on(t.planId, t.heldOn)],
);

/** A look at a plan by the sergeant or the inspector. */
export const planReviews = pgTable(
  "plan_reviews",
  {
    id: uuid().primaryKey().defaultRandom(),
    planId: uuid()
      .notNull()
      .references(() => plans.id, { onDelete: "cascade" }),
    reviewer: planReviewer().notNull(),
    reviewedOn: date().notNull(),
    daysLate: integer().notNull(),
    note: text().notNull(),
    by: uuid().references(() => accounts.id, { onDelete: "set null" }),
    at: instant().notNull(),
  },
  (t) => [index().on(t.planId, t.at)],
);

/** Something that is done about the problem, by the police or a partner. */
export const planActions = pgTable(
  "plan_actions",
  {
    id: uuid().primaryKey().defaultRandom(),
    planId: uuid()
      .notNull()
      .references(() => plans.id, { onDelete: "cascade" }),
    number: smallint().notNull(),
    kind: planActionKind().notNull(),
    /** Restricted: what is to be done. */
    task: text().notNull(),
    /** What residents read of it; null while nobody has written it. */
    publicLine: text(),
    /** Null for the police. */
    agencyId: uuid().references(() => agencies.id),
    ownerId: uuid().references(() => accounts.id, { onDelete: "set null" }),
    startsOn: date(),
    dueOn: date().notNull(),
    costPence: integer(),
    state: planActionState().notNull().default("open"),
    /** What came of it, or why it is blocked or dropped. Restricted. */
    result: text(),
    /** What residents read of a late or dropped one. */
    publicReason: text(),
    doneAt: instant(),
    changedAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    unique().on(t.planId, t.number),
    check("plan_actions_done", sql`(${t.state} = 'done') = (${t.doneAt} is not null)`),
    check("plan_actions_result", sql`${t.state} = 'open' or ${t.result} is not null`),
    index("plan_actions_mine")
      .on(t.ownerId, t.dueOn)
      .where(sql`${t.state} in ('open', 'blocked')`),
    index("plan_actions_of_agency")
      .on(t.agencyId, t.dueOn)
      .where(sql`${t.state} in ('open', 'blocked')`),
  ],
);

/** Which partners share a plan. */
export const planPartners = pgTable(
  "plan_partners",
  {
    planId: uuid()
      .notNull()
      .references(() => plans.id, { onDelete: "cascade" }),
    agencyId: uuid()
      .notNull()
      .references(() => agencies.id),
  },
  (t) => [primaryKey({ columns: [t.planId, t.agencyId] }), index().on(t.agencyId)],
);

/** What the sergeant reported at the end of the assessment, as residents read it: kept as it was. */
export const outcomeReports = pgTable(
  "outcome_reports",
  {
    id: uuid().primaryKey().defaultRandom(),
    planId: uuid()
      .notNull()
      .references(() => plans.id, { onDelete: "cascade" }),
    round: smallint().notNull(),
    done: text().notNull(),
    changed: text().notNull(),
    notAchieved: text().notNull(),
    remains: text().notNull(),
    before: text().notNull(),
    after: text().notNull(),
    isCausal: boolean().notNull().default(false),
    filedBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
    filedAt: instant().notNull(),
  },
  (t) => [unique().on(t.planId, t.round)],
);
