import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { batchStates } from "#app/domain/ballot/batch.ts";
import type { CertifiedResult } from "#app/domain/ballot/certified.ts";
import { ballotModes } from "#app/domain/ballot/modes.ts";
import { accounts, ageBand, connectionKind } from "./account.ts";
import { instant } from "./columns.ts";
import { cycles } from "./cycle.ts";

export const ballotMode = pgEnum("ballot_mode", ballotModes);
export const batchState = pgEnum("batch_state", batchStates);

/** Ballots of paper or of telephone calls, keyed twice by two people before they count. */
export const ballotBatches = pgTable(
  "ballot_batches",
  {
    id: uuid().primaryKey().defaultRandom(),
    cycleId: uuid()
      .notNull()
      .references(() => cycles.id, { onDelete: "cascade" }),
    number: integer().notNull(),
    mode: ballotMode().notNull(),
    state: batchState().notNull(),
    keyedBy: uuid(),
    keyedAt: instant(),
    checkedBy: uuid(),
    checkedAt: instant(),
    createdAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    unique().on(t.cycleId, t.number),
    check("ballot_batches_two_people", sql`${t.checkedBy} <> ${t.keyedBy}`),
    check("ballot_batches_checked", sql`${t.state} <> 'checked' or ${t.checkedBy} is not null`),
  ],
);

/** A line of a batch as one of the two people keyed it; gone once the batch is checked and its ballots count. */
export const batchLines = pgTable(
  "batch_lines",
  {
    batchId: uuid()
      .notNull()
      .references(() => ballotBatches.id, { onDelete: "cascade" }),
    pass: smallint().notNull(),
    line: integer().notNull(),
    /** The resident whose reference stands on the paper. */
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    choices: smallint().array().notNull(),
    isToBeTold: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.batchId, t.pass, t.line] }),
    check("batch_lines_pass", sql`${t.pass} in (1, 2)`),
    check("batch_lines_choices", sql`cardinality(${t.choices}) between 1 and 9`),
    index().on(t.accountId),
  ],
);

/**
 * One row per person and cycle. `voterKey` is an HMAC under the cycle's own key: once that key is destroyed nobody can
 * tell whose it was, and the column is emptied.
 */
export const ballots = pgTable(
  "ballots",
  {
    id: uuid().primaryKey().defaultRandom(),
    cycleId: uuid()
      .notNull()
      .references(() => cycles.id, { onDelete: "cascade" }),
    voterKey: text(),
    /** Numbers of candidates, ascending; empty when withdrawn. */
    choices: smallint().array().notNull(),
    mode: ballotMode().notNull(),
    batchId: uuid().references(() => ballotBatches.id),
    /** For the reach of the vote; emptied after certification. */
    ageBand: ageBand(),
    connection: connectionKind(),
    part: text(),
    /** What the voter was shown, "7K3F-Q2MX"; stands in nothing that is published. */
    receipt: text(),
    castAt: instant().notNull(),
    changedAt: instant().notNull(),
    withdrawnAt: instant(),
    quarantinedAt: instant(),
    quarantinedBy: uuid(),
    quarantineReason: text(),
    /** How often it was changed. */
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex("ballots_one_each").on(t.cycleId, t.voterKey),
    uniqueIndex("ballots_receipt").on(t.receipt),
    check("ballots_choices", sql`cardinality(${t.choices}) <= 9`),
    check("ballots_withdrawn", sql`(${t.withdrawnAt} is not null) = (cardinality(${t.choices}) = 0)`),
    check("ballots_quarantine", sql`(${t.quarantinedAt} is null) = (${t.quarantineReason} is null)`),
    index().on(t.cycleId, t.castAt),
    index().on(t.batchId),
  ],
);

/** The certified count of a cycle, and the anonymous ballots it was made of, sealed. */
export const tallies = pgTable("tallies", {
  cycleId: uuid()
    .primaryKey()
    .references(() => cycles.id, { onDelete: "cascade" }),
  certifiedAt: instant().notNull(),
  /** Null when the clock did. */
  certifiedBy: uuid(),
  counted: integer().notNull(),
  quarantined: integer().notNull(),
  isLowParticipation: boolean().notNull(),
  /** Ballots by mode, and each candidate's count with and without quarantined ballots and its place. */
  result: jsonb().$type<CertifiedResult>().notNull(),
  /** What is published: one line a ballot, in an order that tells nothing. */
  published: text().notNull(),
  /** SHA-256 of `published`, hexadecimal. */
  seal: text().notNull(),
});
