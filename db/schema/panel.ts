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
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { panelChoices } from "#app/domain/panel/motion.ts";
import { resolutionFormats, resolutionKinds, resolutionStates } from "#app/domain/panel/resolution-kinds.ts";
import { accounts } from "./account.ts";
import { candidates } from "./candidate.ts";
import { instant } from "./columns.ts";
import { cycles } from "./cycle.ts";
import { neighbourhoods } from "./neighbourhood.ts";

export const resolutionKind = pgEnum("resolution_kind", resolutionKinds);
export const resolutionState = pgEnum("resolution_state", resolutionStates);
export const resolutionFormat = pgEnum("resolution_format", resolutionFormats);
export const panelChoice = pgEnum("panel_choice", panelChoices);

/** A decision of a neighbourhood's panel: which candidates it adopts, whether it confirms an urgent priority, or whether a priority is done. */
export const resolutions = pgTable(
  "resolutions",
  {
    id: uuid().primaryKey().defaultRandom(),
    neighbourhoodId: uuid()
      .notNull()
      .references(() => neighbourhoods.id),
    cycleId: uuid().references(() => cycles.id, { onDelete: "cascade" }),
    kind: resolutionKind().notNull(),
    format: resolutionFormat().notNull(),
    state: resolutionState().notNull(),
    /** Second or later where an earlier meeting was inquorate. */
    round: smallint().notNull().default(1),
    heldOn: date().notNull(),
    isInterim: boolean().notNull().default(false),
    membersTotal: integer().notNull(),
    quorum: integer().notNull(),
    present: integer(),
    motion: text(),
    /** After a vote with few ballots: what the panel does about it. */
    lowParticipation: text({ enum: ["outreach", "adopt-marked"] }),
    openedBy: uuid(),
    openedAt: instant().notNull(),
    /** Until when members may vote in writing. */
    closesAt: instant().notNull(),
    decidedAt: instant(),
    recordedBy: uuid(),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex("resolutions_one_open")
      .on(t.cycleId)
      .where(sql`${t.state} = 'open' and ${t.cycleId} is not null`),
    check("resolutions_quorate", sql`${t.state} <> 'decided' or ${t.present} >= ${t.quorum}`),
    check(
      "resolutions_decided",
      sql`${t.state} <> 'decided' or (${t.motion} is not null and ${t.decidedAt} is not null)`,
    ),
    index().on(t.neighbourhoodId, t.heldOn),
    index().on(t.cycleId),
  ],
);

/** Who sat on the panel for one resolution. */
export const resolutionMembers = pgTable(
  "resolution_members",
  {
    resolutionId: uuid()
      .notNull()
      .references(() => resolutions.id, { onDelete: "cascade" }),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    capacity: text({ enum: ["chair", "member", "stand-in"] }).notNull(),
    isPresent: boolean().notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.resolutionId, t.accountId] }), index().on(t.accountId)],
);

/** One motion: to adopt one candidate, to confirm one urgent priority, or to sign one priority off. */
export const resolutionItems = pgTable(
  "resolution_items",
  {
    id: uuid().primaryKey().defaultRandom(),
    resolutionId: uuid()
      .notNull()
      .references(() => resolutions.id, { onDelete: "cascade" }),
    candidateId: uuid().references(() => candidates.id),
    priorityId: uuid(),
    /** In the order of the vote; ties share a place. */
    place: smallint().notNull(),
    isMoved: boolean().notNull().default(false),
    problem: text(),
    voteWords: text(),
    evidence: text(),
    whyOverOthers: text(),
    success: text(),
    /** Public, where the order of the vote was not followed. */
    departureReason: text(),
    /** Public: why a priority was signed off, or what there is still to do. */
    reason: text(),
    votesFor: integer(),
    votesAgainst: integer(),
    abstentions: integer(),
    isCarried: boolean(),
  },
  (t) => [
    check("resolution_items_one_subject", sql`(${t.candidateId} is null) <> (${t.priorityId} is null)`),
    check(
      "resolution_items_rationale",
      sql`${t.isCarried} is distinct from true or ${t.reason} is not null or (${t.problem} is not null and ${t.voteWords} is not null and ${t.evidence} is not null and ${t.whyOverOthers} is not null and ${t.success} is not null)`,
    ),
    check(
      "resolution_items_majority",
      sql`${t.isCarried} is distinct from true or ${t.votesFor} > ${t.votesAgainst}`,
    ),
    index().on(t.resolutionId),
    index().on(t.candidateId),
    index().on(t.priorityId),
  ],
);

/** Who declared an interest in an item: they do not vote on it. */
export const panelInterests = pgTable(
  "panel_interests",
  {
    itemId: uuid()
      .notNull()
      .references(() => resolutionItems.id, { onDelete: "cascade" }),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    declaredAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.itemId, t.accountId] })],
);

/** A panel member's vote. The database refuses those of the police and of partners (trigger `panel_votes_residents`). */
export const panelVotes = pgTable(
  "panel_votes",
  {
    itemId: uuid()
      .notNull()
      .references(() => resolutionItems.id, { onDelete: "cascade" }),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    choice: panelChoice().notNull(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.itemId, t.accountId] })],
);
