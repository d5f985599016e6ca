import { inArray, lt, sql, type SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import {
  abstractionDisputes,
  abstractionEntries,
  abstractionMonthCodes,
  abstractionMonthHours,
  abstractionMonths,
} from "#db/schema/abstraction.ts";
import { abstractionPublished } from "#db/schema/abstraction-published.ts";
import { abstractionRequests } from "#db/schema/abstraction-request.ts";
import { duties, rosterRows, rosters } from "#db/schema/duty.ts";
import type { Db } from "#db/types.ts";
import { disposal, instant, isPast } from "./disposal.ts";

const rowKey = sql`${rosterRows.rosterId}::text || ' ' || ${rosterRows.line}::text`;

/** The end of a month in London. */
const monthEnd = sql`((${abstractionMonths.month} + interval '1 month') at time zone 'Europe/London')`;

const figureKey = (table: PgTable): SQL =>
  sql`${table}.neighbourhood_id::text || ' ' || ${table}.month::text || ' ' || ${table}.version::text || ' ' || ${table}.is_special::text`;

/** A month of a neighbourhood by one version: what it was made up of goes with it. */
async function deleteFigures(tx: Db, keys: string[]): Promise<void> {
  for (const table of [abstractionMonthCodes, abstractionMonthHours, abstractionMonths])
    await tx.delete(table).where(inArray(figureKey(table), keys));
}

/**
 * All versions of entries whose last one is past, and what was disputed of them. Their months are not worked out anew:
 * `renewFigures` leaves alone what has lost anything.
 */
async function deleteEntries(tx: Db, ids: string[]): Promise<void> {
  await tx.delete(abstractionDisputes).where(inArray(abstractionDisputes.entryId, ids));
  await tx.delete(abstractionEntries).where(inArray(abstractionEntries.id, ids));
}

/** What is kept of duties and what they were used for: of officers for two years, then the figures alone. */
export const abstractionDisposals = {
  "abstraction-entries": disposal(
    abstractionEntries,
    sql`${abstractionEntries.id}`,
    ({ since }) => sql`${abstractionEntries.isLatest} and ${abstractionEntries.endsAt} < ${instant(since)}`,
    deleteEntries,
  ),
  "abstraction-requests": disposal(
    abstractionRequests,
    sql`${abstractionRequests.id}`,
    ({ since }) => lt(abstractionRequests.endsAt, since),
    (tx, keys) => tx.delete(abstractionRequests).where(inArray(abstractionRequests.id, keys)),
  ),
  duties: disposal(
    duties,
    sql`${duties.id}`,
    ({ since }) => lt(duties.endsAt, since),
    (tx, keys) => tx.delete(duties).where(inArray(duties.id, keys)),
  ),
  "roster-rows": disposal(
    rosterRows,
    rowKey,
    ({ since }) =>
      sql`exists (select from ${rosters} where ${rosters.id} = ${rosterRows.rosterId} and ${rosters.startedAt} < ${instant(since)})`,
    (tx, keys) => tx.delete(rosterRows).where(inArray(rowKey, keys)),
  ),
  rosters: disposal(
    rosters,
    sql`${rosters.id}`,
    ({ since }) => lt(rosters.startedAt, since),
    (tx, keys) => tx.delete(rosters).where(inArray(rosters.id, keys)),
  ),
  "abstraction-figures": disposal(
    abstractionMonths,
    figureKey(abstractionMonths),
    (moment) => isPast(monthEnd, moment),
    deleteFigures,
  ),
  "abstraction-published": disposal(
    abstractionPublished,
    sql`${abstractionPublished.id}`,
    ({ since }) => lt(abstractionPublished.publishedAt, since),
    (tx, keys) => tx.delete(abstractionPublished).where(inArray(abstractionPublished.id, keys)),
  ),
};
