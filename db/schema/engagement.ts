import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { activityMethods, activityPurposes, engagementStates } from "#app/domain/engagement/engagement.ts";
import type { VersionWords } from "#app/domain/engagement/version.ts";
import { accounts } from "./account.ts";
import { agencies } from "./agency.ts";
import { instant } from "./columns.ts";
import { priorities } from "./priority.ts";

export const engagementState = pgEnum("engagement_state", engagementStates);
export const activityPurpose = pgEnum("activity_purpose", activityPurposes);
export const activityMethod = pgEnum("activity_method", activityMethods);

/** How the people of a priority are reached, beside its problem-solving plan. */
export const engagementPlans = pgTable(
  "engagement_plans",
  {
    id: uuid().primaryKey().defaultRandom(),
    priorityId: uuid()
      .notNull()
      .unique()
      .references(() => priorities.id),
    state: engagementState().notNull().default("draft"),
    audience: text().notNull().default(""),
    underHeard: text().notNull().default(""),
    underHeardWhy: text().notNull().default(""),
    /** What the independent advisory group said. Restricted. */
    advice: text(),
    evaluation: text(),
    approvedBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
    approvedAt: instant(),
    evaluatedAt: instant(),
    changedAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("engagement_plans_approved", sql`(${t.state} = 'draft') = (${t.approvedAt} is null)`),
    check(
      "engagement_plans_audience",
      sql`${t.state} = 'draft' or (${t.audience} <> '' and ${t.underHeard} <> '')`,
    ),
    check("engagement_plans_evaluated", sql`(${t.state} = 'evaluated') = (${t.evaluatedAt} is not null)`),
  ],
);

export const engagementActivities = pgTable(
  "engagement_activities",
  {
    id: uuid().primaryKey().defaultRandom(),
    planId: uuid()
      .notNull()
      .references(() => engagementPlans.id, { onDelete: "cascade" }),
    number: smallint().notNull(),
    purpose: activityPurpose().notNull(),
    method: activityMethod().notNull(),
    audience: text().notNull(),
    place: text(),
    heldOn: date(),
    /** "6pm to 8pm". */
    hours: text(),
    formatAndLanguage: text().notNull().default(""),
    agencyId: uuid().references(() => agencies.id),
    ownerId: uuid().references(() => accounts.id, { onDelete: "set null" }),
    targetReach: integer(),
    actualReach: integer(),
    /** In our words. */
    heard: text().notNull().default(""),
    feedbackGiven: text().notNull().default(""),
    feedbackOn: date(),
    costPence: integer(),
    isCancelled: boolean().notNull().default(false),
    changedAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [unique().on(t.planId, t.number), index().on(t.ownerId)],
);

/** What an engagement plan said after each change, whole: what its versions are compared by. */
export const engagementVersions = pgTable(
  "engagement_versions",
  {
    planId: uuid()
      .notNull()
      .references(() => engagementPlans.id, { onDelete: "cascade" }),
    version: integer().notNull(),
    at: instant().notNull(),
    by: uuid().references(() => accounts.id, { onDelete: "set null" }),
    words: jsonb().$type<VersionWords>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.planId, t.version] })],
);
