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
import { concernCategories } from "#app/domain/concern/categories.ts";
import { diversionRoutes } from "#app/domain/concern/diversion.ts";
import { concernSources } from "#app/domain/concern/sources.ts";
import { concernStates } from "#app/domain/concern/states.ts";
import { accounts } from "./account.ts";
import { agencies } from "./agency.ts";
import { instant } from "./columns.ts";
import { cycles } from "./cycle.ts";
import { neighbourhoods } from "./neighbourhood.ts";

export const concernCategory = pgEnum("concern_category", concernCategories);
export const concernSource = pgEnum("concern_source", concernSources);
export const concernState = pgEnum("concern_state", concernStates);
export const divertRoute = pgEnum("divert_route", diversionRoutes);

/**
 * What a resident raised. Nothing here is in their own words: those stand in `concern_texts`; `public…` is what staff
 * wrote for everybody, shown from `publishedAt` on and while it was not taken down.
 */
export const concerns = pgTable(
  "concerns",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** "C-7K3FQ". */
    reference: text().notNull().unique(),
    neighbourhoodId: uuid()
      .notNull()
      .references(() => neighbourhoods.id),
    category: concernCategory().notNull(),
    source: concernSource().notNull(),
    state: concernState().notNull(),
    raisedAt: instant().notNull(),
    raisedBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
    /** Staff who entered it for somebody. */
    enteredBy: uuid(),
    /** To about 100 metres: never the door it was raised from. */
    lng: doublePrecision(),
    lat: doublePrecision(),
    publicTitle: text(),
    publicSummary: text(),
    publicPlace: text(),
    summaryBy: uuid(),
    publishedAt: instant(),
    takenDownAt: instant(),
    /** What detection found, by kind: for the queue, which shows no text. */
    flags: text().array().notNull().default([]),
    isUrgent: boolean().notNull().default(false),
    triageDueAt: instant().notNull(),
    /** When a person first decided. */
    triagedAt: instant(),
    /** Whose answer ended it: an appeal goes to somebody else. */
    decidedBy: uuid(),
    /** A deferred foreign key of the migration, so that a restore may bring the rows in any order. */
    mergedIntoId: uuid(),
    /** Distinct people: the raiser, those of merged concerns, those who added themselves. Public once published. */
    raisers: integer().notNull().default(1),
    agencyId: uuid().references(() => agencies.id),
    reasonCode: text(),
    /** The cycle in which it counts. */
    cycleId: uuid().references(() => cycles.id),
    hasRolledOver: boolean().notNull().default(false),
    changedAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("concerns_merged", sql`(${t.state} = 'merged') = (${t.mergedIntoId} is not null)`),
    check("concerns_not_into_itself", sql`${t.mergedIntoId} <> ${t.id}`),
    check("concerns_referred", sql`${t.state} <> 'referred' or ${t.agencyId} is not null`),
    check(
      "concerns_published",
      sql`${t.publishedAt} is null or (${t.publicTitle} is not null and ${t.publicSummary} is not null)`,
    ),
    check(
      "concerns_candidate",
      sql`${t.state} not in ('published-candidate', 'shortlisted', 'adopted', 'not-adopted') or ${t.publishedAt} is not null`,
    ),
    check(
      "concerns_reason",
      sql`${t.state} not in ('rejected', 'not-adopted') or ${t.reasonCode} is not null`,
    ),
    check("concerns_point", sql`(${t.lng} is null) = (${t.lat} is null)`),
    index().on(t.neighbourhoodId, t.state),
    // The triage queue: what waits for a person, the urgent first.
    index("concerns_queue")
      .on(t.neighbourhoodId, t.isUrgent.desc().nullsFirst(), t.triageDueAt, t.raisedAt, t.id)
      .where(sql`${t.state} in ('submitted', 'triage', 'changed', 'appealed')`),
    index("concerns_queue_force")
      .on(t.isUrgent.desc().nullsFirst(), t.triageDueAt, t.raisedAt, t.id)
      .where(sql`${t.state} in ('submitted', 'triage', 'changed', 'appealed')`),
    index().on(t.raisedBy),
    index().on(t.mergedIntoId),
    index().on(t.cycleId),
    index("concerns_public")
      .on(t.neighbourhoodId, t.publishedAt.desc())
      .where(sql`${t.publishedAt} is not null`),
  ],
);

/** What was said, in the words it was said in: for those who triage, and erased in time. */
export const concernTexts = pgTable(
  "concern_texts",
  {
    concernId: uuid()
      .primaryKey()
      .references(() => concerns.id, { onDelete: "cascade" }),
    words: text(),
    placeWords: text(),
    whenWords: text(),
    effectWords: text(),
    /** From this day on the words go. */
    eraseOn: date(),
    erasedAt: instant(),
  },
  (t) => [
    check(
      "concern_texts_erased",
      sql`${t.erasedAt} is null or (${t.words} is null and ${t.placeWords} is null and ${t.whenWords} is null and ${t.effectWords} is null)`,
    ),
    index().on(t.eraseOn),
  ],
);

/** Residents who added themselves to a published concern. */
export const concernSupporters = pgTable(
  "concern_supporters",
  {
    concernId: uuid()
      .notNull()
      .references(() => concerns.id, { onDelete: "cascade" }),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.concernId, t.accountId] }), index().on(t.accountId)],
);

/** Each step of a concern, as its raiser sees it. */
export const concernEvents = pgTable(
  "concern_events",
  {
    id: uuid().primaryKey().defaultRandom(),
    concernId: uuid()
      .notNull()
      .references(() => concerns.id, { onDelete: "cascade" }),
    at: instant().notNull(),
    from: concernState(),
    to: concernState().notNull(),
    reasonCode: text(),
    /** Ours, in plain words. */
    line: text().notNull(),
    actorId: uuid(),
  },
  (t) => [index().on(t.concernId, t.at)],
);

/** A concern that belongs through another door, and how it was handed over. */
export const diversions = pgTable(
  "diversions",
  {
    concernId: uuid()
      .primaryKey()
      .references(() => concerns.id, { onDelete: "cascade" }),
    route: divertRoute().notNull(),
    divertedAt: instant().notNull(),
    /** Null when detection did, at once. */
    divertedBy: uuid(),
    /** When nobody acknowledged it by then, the alarm goes. */
    alarmAt: instant().notNull(),
    alarmedAt: instant(),
    acknowledgedAt: instant(),
    acknowledgedBy: uuid(),
    /** The other system's number: never what it holds. */
    forceReference: text(),
  },
  (t) => [
    index("diversions_waiting")
      .on(t.alarmAt)
      .where(sql`${t.acknowledgedAt} is null`),
  ],
);

/** A raiser asked somebody else to look again at a rejection. */
export const concernAppeals = pgTable(
  "concern_appeals",
  {
    concernId: uuid()
      .primaryKey()
      .references(() => concerns.id, { onDelete: "cascade" }),
    appealedAt: instant().notNull(),
    dueAt: instant().notNull(),
    /** Who rejected it. */
    against: uuid(),
    decidedBy: uuid(),
    decidedAt: instant(),
    outcome: text({ enum: ["upheld", "changed"] }),
  },
  (t) => [check("concern_appeals_separate", sql`${t.decidedBy} <> ${t.against}`)],
);
