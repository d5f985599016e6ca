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
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { adviserKinds, impactTriggers, tensionGrades } from "#app/domain/impact/impact.ts";
import { accounts } from "./account.ts";
import { instant } from "./columns.ts";
import { neighbourhoods } from "./neighbourhood.ts";
import { priorities } from "./priority.ts";
import { taskingMeetings } from "./tasking-meeting.ts";

export const impactTrigger = pgEnum("impact_trigger", impactTriggers);
export const tensionGrade = pgEnum("tension_grade", tensionGrades);
export const adviserKind = pgEnum("adviser_kind", adviserKinds);

/** A community impact assessment. OFFICIAL-SENSITIVE, never public. */
export const impactAssessments = pgTable(
  "impact_assessments",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** "K-7K3FQ". */
    reference: text().notNull().unique(),
    trigger: impactTrigger().notNull(),
    /** What happened or is planned. */
    what: text().notNull(),
    communities: text().notNull(),
    moodNow: text().notNull(),
    moodExpected: text().notNull(),
    tension: tensionGrade().notNull(),
    /** Indicators: what people lived through, what can be shown, what may come. */
    experienced: text().notNull(),
    evidenced: text().notNull(),
    potential: text().notNull(),
    /** Whether the police response is in proportion, and why. */
    isProportionate: boolean().notNull(),
    proportionality: text().notNull(),
    communications: text().notNull(),
    reviewDueAt: instant(),
    priorityId: uuid().references(() => priorities.id),
    meetingId: uuid().references(() => taskingMeetings.id, { onDelete: "set null" }),
    openedBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
    openedAt: instant().notNull(),
    closedAt: instant(),
    closingWords: text(),
    /** Kept beyond six years. */
    isCritical: boolean().notNull().default(false),
    changedAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("impact_assessments_closed", sql`(${t.closedAt} is null) = (${t.closingWords} is null)`),
    check("impact_assessments_review", sql`(${t.closedAt} is null) = (${t.reviewDueAt} is not null)`),
    index().on(t.reviewDueAt),
  ],
);

export const impactNeighbourhoods = pgTable(
  "impact_neighbourhoods",
  {
    assessmentId: uuid()
      .notNull()
      .references(() => impactAssessments.id, { onDelete: "cascade" }),
    neighbourhoodId: uuid()
      .notNull()
      .references(() => neighbourhoods.id),
  },
  (t) => [primaryKey({ columns: [t.assessmentId, t.neighbourhoodId] }), index().on(t.neighbourhoodId)],
);

/** Whose advice was asked, and what it was. Of a key individual only the community is kept here, never a name. */
export const impactConsultations = pgTable(
  "impact_consultations",
  {
    id: uuid().primaryKey().defaultRandom(),
    assessmentId: uuid()
      .notNull()
      .references(() => impactAssessments.id, { onDelete: "cascade" }),
    kind: adviserKind().notNull(),
    /** "Traders of the market", "IAG member for faith communities". */
    who: text().notNull(),
    /** An IAG adviser who answers here. */
    adviserId: uuid().references(() => accounts.id, { onDelete: "set null" }),
    question: text().notNull(),
    askedBy: uuid(),
    askedAt: instant().notNull(),
    advice: text(),
    advisedAt: instant(),
  },
  (t) => [
    index().on(t.assessmentId),
    index().on(t.adviserId),
    check("impact_consultations_advice", sql`(${t.advice} is null) = (${t.advisedAt} is null)`),
  ],
);

/** Each look at an assessment after the first. */
export const impactReviews = pgTable(
  "impact_reviews",
  {
    id: uuid().primaryKey().defaultRandom(),
    assessmentId: uuid()
      .notNull()
      .references(() => impactAssessments.id, { onDelete: "cascade" }),
    at: instant().notNull(),
    dueAt: instant().notNull(),
    tension: tensionGrade().notNull(),
    words: text().notNull(),
    by: uuid().references(() => accounts.id, { onDelete: "set null" }),
  },
  (t) => [index().on(t.assessmentId, t.at)],
);

/** What is done about it. */
export const impactActions = pgTable(
  "impact_actions",
  {
    id: uuid().primaryKey().defaultRandom(),
    assessmentId: uuid()
      .notNull()
      .references(() => impactAssessments.id, { onDelete: "cascade" }),
    task: text().notNull(),
    /** "Sergeant of the SNT", "Council's community cohesion officer": the position. */
    position: text().notNull(),
    dueOn: date().notNull(),
    result: text(),
    doneAt: instant(),
    addedBy: uuid(),
    addedAt: instant().notNull(),
  },
  (t) => [
    index().on(t.assessmentId, t.dueOn),
    check("impact_actions_done", sql`(${t.result} is null) = (${t.doneAt} is null)`),
  ],
);
