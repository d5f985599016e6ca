import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgEnum,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { priorityOrigins } from "#app/domain/priority/origin.ts";
import { priorityStates } from "#app/domain/priority/states.ts";
import { candidates } from "./candidate.ts";
import { instant } from "./columns.ts";
import { concernCategory } from "./concern.ts";
import { cycles } from "./cycle.ts";
import { neighbourhoods } from "./neighbourhood.ts";
import { resolutionItems } from "./panel.ts";

/** Force and national priorities are no values of it, so none can be stored as a neighbourhood's own. */
export const priorityOrigin = pgEnum("priority_origin", priorityOrigins);
export const priorityState = pgEnum("priority_state", priorityStates);

/** A problem that a neighbourhood chose to have worked on. */
export const priorities = pgTable(
  "priorities",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** "P-7K3FQ". */
    reference: text().notNull().unique(),
    neighbourhoodId: uuid()
      .notNull()
      .references(() => neighbourhoods.id),
    origin: priorityOrigin().notNull(),
    state: priorityState().notNull(),
    /** 1 to 3 while it is open, or declined and to be reviewed: no neighbourhood has more, but for those that a merger brought together. */
    slot: smallint(),
    category: concernCategory().notNull(),
    title: text().notNull(),
    statement: text().notNull(),
    cycleId: uuid().references(() => cycles.id),
    candidateId: uuid().references(() => candidates.id),
    resolutionItemId: uuid().references(() => resolutionItems.id),
    isLowParticipation: boolean().notNull().default(false),
    isInterim: boolean().notNull().default(false),
    adoptedOn: date(),
    /** An urgent one: the day after which it lapses unless the panel confirmed it. */
    lapsesOn: date(),
    confirmedAt: instant(),
    /** Public, for an urgent one: why it could not wait. */
    urgentReason: text(),
    addedBy: uuid(),
    acceptedAt: instant(),
    acceptedBy: uuid(),
    declinedAt: instant(),
    declinedBy: uuid(),
    declineCode: text(),
    /** Public. */
    declineReason: text(),
    reviewDueOn: date(),
    reviewedAt: instant(),
    reviewedBy: uuid(),
    reviewOutcome: text({ enum: ["upheld", "overturned"] }),
    reviewReason: text(),
    /** The next look at it. */
    reviewOn: date(),
    endedAt: instant(),
    takenDownAt: instant(),
    /** The neighbourhood that chose it, where boundaries changed afterwards. */
    chosenInId: uuid().references(() => neighbourhoods.id),
    changedAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex("priorities_slots").on(t.neighbourhoodId, t.slot),
    check(
      "priorities_open",
      sql`(${t.slot} is not null) = (${t.state} in ('adopted', 'in-progress', 'outcome-reported', 'feedback-open', 'panel-decision', 'returned', 'recurred') or (${t.state} = 'declined-by-force' and ${t.reviewedAt} is null))`,
    ),
    check(
      "priorities_at_most_three",
      sql`${t.slot} between 1 and 3 or (${t.slot} between 4 and 99 and ${t.chosenInId} is not null)`,
    ),
    check(
      "priorities_resolution",
      sql`${t.origin} <> 'community-cycle' or ${t.state} = 'proposed' or ${t.resolutionItemId} is not null`,
    ),
    check(
      "priorities_urgent",
      sql`${t.origin} <> 'snt-urgent' or (${t.urgentReason} is not null and ${t.lapsesOn} is not null)`,
    ),
    check(
      "priorities_declined",
      sql`(${t.state} <> 'declined-by-force') or (${t.declineCode} is not null and ${t.declineReason} is not null)`,
    ),
    check("priorities_reviewer", sql`${t.reviewedBy} <> ${t.declinedBy}`),
    index().on(t.neighbourhoodId, t.adoptedOn),
    index("priorities_running")
      .on(t.state)
      .where(sql`${t.slot} is not null`),
    index().on(t.cycleId),
  ],
);

/** Each step of a priority, in public words. */
export const priorityEvents = pgTable(
  "priority_events",
  {
    id: uuid().primaryKey().defaultRandom(),
    priorityId: uuid()
      .notNull()
      .references(() => priorities.id, { onDelete: "cascade" }),
    at: instant().notNull(),
    from: priorityState(),
    to: priorityState().notNull(),
    reasonCode: text(),
    line: text().notNull(),
    actorId: uuid(),
  },
  (t) => [index().on(t.priorityId, t.at)],
);
