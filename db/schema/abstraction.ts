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
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { codeKinds, type Code } from "#app/domain/abstraction/codes.ts";
import { disputeStates, entrySources } from "#app/domain/abstraction/words.ts";
import { accounts } from "./account.ts";
import { instant } from "./columns.ts";
import { neighbourhoods } from "./neighbourhood.ts";
import { priorities } from "./priority.ts";
import { posts } from "./team.ts";

export const abstractionCodeKind = pgEnum("abstraction_code_kind", codeKinds);
export const entrySource = pgEnum("abstraction_entry_source", entrySources);
export const disputeState = pgEnum("abstraction_dispute_state", disputeStates);

/** What counts as an abstraction: a document with versions. A period is computed with the one in force then. */
export const abstractionDefinitions = pgTable(
  "abstraction_definitions",
  {
    version: integer().primaryKey(),
    words: text().notNull(),
    /** What is not there at all, and what is neighbourhood duty, as residents read it. */
    notes: text().notNull(),
    /** The first day of a month. */
    effectiveFrom: date().notNull().unique(),
    /** Bodies, never persons: the force, the oversight body, staff associations, panels. */
    agreedBy: jsonb().$type<string[]>().notNull(),
    agreedOn: date(),
    consultedOn: date(),
    /** What it changed, as it is said where the series breaks. */
    change: text().notNull(),
    adoptedAt: instant().notNull(),
    adoptedBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
  },
  (t) => [check("abstraction_definitions_month", sql`extract(day from ${t.effectiveFrom}) = 1`)],
);

export const abstractionDefinitionCodes = pgTable(
  "abstraction_definition_codes",
  {
    version: integer()
      .notNull()
      .references(() => abstractionDefinitions.version),
    code: text().$type<Code>().notNull(),
    place: smallint().notNull(),
    words: text().notNull(),
    kind: abstractionCodeKind().notNull(),
    countsA: boolean().notNull(),
    countsB: boolean().notNull(),
    note: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.version, t.code] }),
    check("abstraction_definition_codes_ab", sql`not ${t.countsA} or ${t.countsB}`),
    check("abstraction_definition_codes_kind", sql`not ${t.countsB} or ${t.kind} = 'abstraction'`),
  ],
);

/** The response teams whose shortfall is covered; R1 names one. */
export const responseTeams = pgTable("response_teams", {
  id: uuid().primaryKey().defaultRandom(),
  code: text().notNull().unique(),
  name: text().notNull(),
  minimum: smallint().notNull(),
  isClosed: boolean().notNull().default(false),
});

/**
 * What a post was used for, in whole minutes of UTC, in every version that was ever written: only `isLatest` of an old
 * one changes (a trigger of the migration). No names: the post is what is known.
 */
export const abstractionEntries = pgTable(
  "abstraction_entries",
  {
    /** Made where it was typed, so that what is sent twice is one entry. */
    id: uuid().notNull(),
    version: integer().notNull(),
    isLatest: boolean().notNull().default(true),
    isWithdrawn: boolean().notNull().default(false),
    postId: uuid()
      .notNull()
      .references(() => posts.id),
    startsAt: instant().notNull(),
    /** Not part of it. */
    endsAt: instant().notNull(),
    code: text().$type<Code>().notNull(),
    source: entrySource().notNull(),
    isPlanned: boolean().notNull().default(false),
    /** Who asked: a unit and a role, never a person. */
    requesterUnit: text(),
    requesterRole: text(),
    /** Null while nobody did; it counts all the same. */
    authoriserRole: text(),
    authorisedBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
    requestId: uuid(),
    /** A declared incident, authorised at Gold: shown as "of which exempt", never taken out. */
    exemptIncident: text(),
    reason: text(),
    /** Where the post was lent to (N2), or what went without it. */
    neighbourhoodId: uuid().references(() => neighbourhoods.id),
    priorityId: uuid().references(() => priorities.id),
    /** What did not happen because of it. */
    notDone: text(),
    responseTeamId: uuid().references(() => responseTeams.id),
    minimum: smallint(),
    actual: smallint(),
    evidenceReference: text(),
    /** Why this version was written; null for the first. */
    changeReason: text(),
    enteredBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
    enteredAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.version] }),
    uniqueIndex("abstraction_entries_latest")
      .on(t.id)
      .where(sql`${t.isLatest}`),
    // The same time of the same post from two sources is one entry.
    uniqueIndex("abstraction_entries_once")
      .on(t.postId, t.startsAt, t.endsAt)
      .where(sql`${t.isLatest} and not ${t.isWithdrawn}`),
    index("abstraction_entries_by_start")
      .on(t.startsAt)
      .where(sql`${t.isLatest} and not ${t.isWithdrawn}`),
    index("abstraction_entries_by_priority")
      .on(t.priorityId)
      .where(sql`${t.isLatest} and not ${t.isWithdrawn} and ${t.priorityId} is not null`),
    index("abstraction_entries_by_request")
      .on(t.requestId)
      .where(sql`${t.requestId} is not null`),
    // What reaches far: looked for apart from the rest, which is found by its start.
    index("abstraction_entries_long")
      .on(t.postId, t.endsAt)
      .where(
        sql`${t.isLatest} and not ${t.isWithdrawn} and ${t.endsAt} - ${t.startsAt} > interval '36 hours'`,
      ),
    check(
      "abstraction_entries_span",
      sql`${t.endsAt} > ${t.startsAt} and ${t.endsAt} <= ${t.startsAt} + interval '400 days'`,
    ),
    check(
      "abstraction_entries_whole_minutes",
      sql`extract(second from ${t.startsAt}) = 0 and extract(second from ${t.endsAt}) = 0`,
    ),
    check(
      "abstraction_entries_response",
      sql`${t.code} <> 'R1' or ${t.isWithdrawn} or (${t.responseTeamId} is not null and ${t.minimum} is not null and ${t.actual} is not null)`,
    ),
    check("abstraction_entries_reason", sql`(${t.version} = 1) = (${t.changeReason} is null)`),
  ],
);

/** An officer says that what is recorded of them is not so. */
export const abstractionDisputes = pgTable(
  "abstraction_disputes",
  {
    id: uuid().primaryKey().defaultRandom(),
    entryId: uuid().notNull(),
    entryVersion: integer().notNull(),
    postId: uuid()
      .notNull()
      .references(() => posts.id),
    state: disputeState().notNull().default("open"),
    words: text().notNull(),
    raisedBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
    raisedAt: instant().notNull(),
    answer: text(),
    answeredBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
    answeredAt: instant(),
  },
  (t) => [
    uniqueIndex("abstraction_disputes_open")
      .on(t.entryId)
      .where(sql`${t.state} = 'open'`),
    index().on(t.postId, t.raisedAt),
    index("abstraction_disputes_waiting")
      .on(t.raisedAt)
      .where(sql`${t.state} = 'open'`),
    check("abstraction_disputes_answered", sql`(${t.state} = 'open') = (${t.answeredAt} is null)`),
  ],
);

const share = () => bigint({ mode: "number" }).notNull().default(0);
const ofMonth = () => ({
  neighbourhoodId: uuid()
    .notNull()
    .references(() => neighbourhoods.id),
  /** Its first day. */
  month: date().notNull(),
  /** Of the definition. */
  version: integer().notNull(),
  /** Special constables are reported apart. */
  isSpecial: boolean().notNull(),
});

/**
 * The month of a neighbourhood, worked out from duties and entries and never typed: minutes (and numbers of duties) in
 * hundred-thousandths, so that the share of a post that serves several is exact.
 */
export const abstractionMonths = pgTable(
  "abstraction_months",
  {
    ...ofMonth(),
    /** Posts with a share in it, vacant or not. */
    /** Those that had duty, each as the share of it that is here: hundred-thousandths. */
    posts: integer().notNull(),
    established: share(),
    duty: share(),
    unavailable: share(),
    abstractedA: share(),
    abstractedB: share(),
    /** Part of `abstractedA`. */
    exempt: share(),
    /** Part of `abstractedA`. */
    unauthorised: share(),
    lent: share(),
    duties: share(),
    confirmed: share(),
  },
  (t) => [
    primaryKey({ columns: [t.neighbourhoodId, t.month, t.version, t.isSpecial] }),
    index("abstraction_months_by_month").on(t.month, t.version),
  ],
);

/** By code, and for response cover by response team: what the Pareto and the causes are drawn from. */
export const abstractionMonthCodes = pgTable(
  "abstraction_month_codes",
  {
    ...ofMonth(),
    code: text().$type<Code>().notNull(),
    /** Empty for all but response cover. */
    responseTeam: text().notNull().default(""),
    minutes: share(),
    entries: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.neighbourhoodId, t.month, t.version, t.isSpecial, t.code, t.responseTeam] }),
    index("abstraction_month_codes_by_month").on(t.month, t.version),
  ],
);

/** What counts in rate A by hour of the week in London: 0 is Monday from midnight to one. */
export const abstractionMonthHours = pgTable(
  "abstraction_month_hours",
  { ...ofMonth(), hour: smallint().notNull(), minutes: share() },
  (t) => [
    primaryKey({ columns: [t.neighbourhoodId, t.month, t.version, t.isSpecial, t.hour] }),
    index("abstraction_month_hours_by_month").on(t.month, t.version),
    check("abstraction_month_hours_week", sql`${t.hour} between 0 and 167`),
  ],
);
