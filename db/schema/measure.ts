import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { measureAims, measureKinds } from "#app/domain/measure/measure.ts";
import { accounts } from "./account.ts";
import { instant } from "./columns.ts";
import { plans } from "./plan.ts";

export const measureKind = pgEnum("measure_kind", measureKinds);
export const measureAim = pgEnum("measure_aim", measureAims);

/** What is counted to see whether a plan works. */
export const measures = pgTable(
  "measures",
  {
    id: uuid().primaryKey().defaultRandom(),
    planId: uuid()
      .notNull()
      .references(() => plans.id, { onDelete: "cascade" }),
    kind: measureKind().notNull(),
    title: text().notNull(),
    /** "reports a month". */
    unit: text().notNull(),
    source: text().notNull(),
    aim: measureAim().notNull(),
    /** Of recorded incidents: the kinds that are counted, as their source names them. */
    incidentKinds: text().array(),
    baseline: doublePrecision(),
    target: doublePrecision(),
    /** The first day of the baseline and the day after its last. */
    baselineFrom: date(),
    baselineUntil: date(),
    isPublic: boolean().notNull().default(true),
    addedAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("measures_incidents", sql`(${t.kind} = 'incidents') = (${t.incidentKinds} is not null)`),
    check("measures_baseline", sql`${t.baselineFrom} < ${t.baselineUntil}`),
    index().on(t.planId),
  ],
);

/** One figure of a measure that is typed in. */
export const measurePoints = pgTable(
  "measure_points",
  {
    measureId: uuid()
      .notNull()
      .references(() => measures.id, { onDelete: "cascade" }),
    /** The first day of the time it is of. */
    on: date().notNull(),
    value: doublePrecision().notNull(),
    /** Of a survey. */
    asked: integer(),
    addedBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
    addedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.measureId, t.on] }),
    check("measure_points_value", sql`${t.value} >= 0`),
    check("measure_points_asked", sql`${t.asked} > 0`),
  ],
);
