import { and, asc, desc, eq, gt, inArray, sql } from "drizzle-orm";
import type { RosterRowState, RosterState } from "#app/domain/abstraction/words.ts";
import { emptyAccount, type RosterAccount } from "#app/domain/roster/account.ts";
import { rosterRows, rosters } from "#db/schema/duty.ts";
import type { Db } from "#db/types.ts";
import { isUuid } from "./uuid.ts";

/** An import of duties, with what became of its rows. */
export interface Roster {
  id: string;
  mappingName: string;
  source: string;
  state: RosterState;
  firstDay: string | null;
  lastDay: string | null;
  rowsRead: number;
  minutesRead: number;
  rowsStated: number | null;
  minutesStated: number | null;
  startedAt: Date;
  finishedAt: Date | null;
  problem: string | null;
  account: RosterAccount;
}

const columns = {
  id: rosters.id,
  mappingName: rosters.mappingName,
  source: rosters.source,
  state: rosters.state,
  firstDay: rosters.firstDay,
  lastDay: rosters.lastDay,
  rowsRead: rosters.rowsRead,
  minutesRead: rosters.minutesRead,
  rowsStated: rosters.rowsStated,
  minutesStated: rosters.minutesStated,
  startedAt: rosters.startedAt,
  finishedAt: rosters.finishedAt,
  problem: rosters.problem,
};

/** The latest imports, the newest first. */
export const listRosters = async (db: Db, limit: number): Promise<Roster[]> =>
  withAccounts(db, await db.select(columns).from(rosters).orderBy(desc(rosters.startedAt)).limit(limit));

export async function findRoster(db: Db, id: string): Promise<Roster | null> {
  if (!isUuid(id)) return null;
  const found = await withAccounts(db, await db.select(columns).from(rosters).where(eq(rosters.id, id)));
  return found[0] ?? null;
}

/** Of rows that were simply taken nothing is kept: they are what the others leave of all that was read. */
async function withAccounts(db: Db, found: readonly Omit<Roster, "account">[]): Promise<Roster[]> {
  if (found.length === 0) return [];
  const rows = await db
    .select({
      rosterId: rosterRows.rosterId,
      state: rosterRows.state,
      rows: sql<number>`count(*)::int`,
      minutes: sql<number>`coalesce(sum(extract(epoch from ${rosterRows.endsAt} - ${rosterRows.startsAt})) / 60, 0)::float8`,
    })
    .from(rosterRows)
    .where(
      inArray(
        rosterRows.rosterId,
        found.map(({ id }) => id),
      ),
    )
    .groupBy(rosterRows.rosterId, rosterRows.state);
  return found.map((roster) => {
    const account = emptyAccount();
    account.taken = { rows: roster.rowsRead, minutes: roster.minutesRead };
    for (const { rosterId, state, rows: count, minutes } of rows) {
      if (rosterId !== roster.id || state === "taken") continue;
      account[state] = { rows: count, minutes };
      account.taken.rows -= count;
      account.taken.minutes -= minutes;
    }
    return { ...roster, account };
  });
}

/** A row that was not simply taken. */
export interface RosterLine {
  line: number;
  state: RosterRowState;
  reason: string | null;
}

/** Rows of one state, or those taken with something to say of them, after a line. */
export const listRosterLines = (
  db: Db,
  rosterId: string,
  { state, after, limit }: { state: RosterRowState; after: number; limit: number },
): Promise<RosterLine[]> =>
  db
    .select({ line: rosterRows.line, state: rosterRows.state, reason: rosterRows.reason })
    .from(rosterRows)
    .where(
      and(
        eq(rosterRows.rosterId, rosterId),
        eq(rosterRows.state, state),
        gt(rosterRows.line, after),
        state === "taken" ? sql`${rosterRows.reason} is not null` : undefined,
      ),
    )
    .orderBy(asc(rosterRows.line))
    .limit(limit);
