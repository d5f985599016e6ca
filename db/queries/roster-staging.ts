import { and, eq, sql } from "drizzle-orm";
import type { RosterRow } from "#app/domain/roster/read-row.ts";
import { rosterRows, rosters } from "#db/schema/duty.ts";
import type { Db } from "#db/types.ts";
import { rowsOf } from "./rows.ts";

export type RosterInsert = typeof rosters.$inferInsert;

const isStaging = (id: string) => and(eq(rosters.id, id), eq(rosters.state, "staging"));

/** One import of a roster at a time opens or comes into force, until the transaction ends. */
export async function lockRosters(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('rosters', 0))`);
}

export async function insertRoster(tx: Db, values: RosterInsert): Promise<string> {
  const [roster] = await tx.insert(rosters).values(values).returning({ id: rosters.id });
  if (roster === undefined) throw new Error("The database returned no roster.");
  return roster.id;
}

/** The import that is at work, or that was killed, and how many rows it has staged. */
export async function findStagingRoster(db: Db): Promise<{ id: string; staged: number } | null> {
  const [found] = await db
    .select({
      id: rosters.id,
      staged: sql<number>`coalesce((select max(r.line) from roster_rows r where r.roster_id = ${rosters.id}), 0)`,
    })
    .from(rosters)
    .where(eq(rosters.state, "staging"))
    .limit(1);
  return found ?? null;
}

/** Changes a roster that is being staged; false, and no change, where it is no longer. */
export async function updateStagingRoster(
  tx: Db,
  id: string,
  values: Partial<RosterInsert>,
): Promise<boolean> {
  const changed = await tx.update(rosters).set(values).where(isStaging(id)).returning({ id: rosters.id });
  return changed.length > 0;
}

/** Adds rows, in one statement however many they are. */
export async function insertRosterRows(tx: Db, rosterId: string, rows: readonly RosterRow[]): Promise<void> {
  const json = JSON.stringify(
    rows.map(({ line, state, reason, postId, startsAt, endsAt, code, reference }) => ({
      line,
      state,
      reason,
      post_id: postId,
      starts_at: startsAt,
      ends_at: endsAt,
      code,
      source_reference: reference,
    })),
  );
  await tx.execute(sql`
    insert into roster_rows (roster_id, line, state, reason, post_id, starts_at, ends_at, code, source_reference)
    select ${rosterId}::uuid, r.* from jsonb_to_recordset(${json}::jsonb) as r(
      line integer, state roster_row_state, reason text, post_id uuid, starts_at timestamptz, ends_at timestamptz,
      code text, source_reference text)`);
}

/** Removes up to `limit` rows of an import: those that were simply taken, or with `all` every one. False when none is left. */
export async function deleteSomeRosterRows(
  tx: Db,
  rosterId: string,
  { which, limit }: { which: "taken" | "all"; limit: number },
): Promise<boolean> {
  const chosen =
    which === "all"
      ? eq(rosterRows.rosterId, rosterId)
      : sql`${rosterRows.rosterId} = ${rosterId} and ${rosterRows.state} = 'taken' and ${rosterRows.reason} is null`;
  const removed = rowsOf(
    await tx.execute(sql`
      delete from roster_rows where ctid = any(array(
        select ctid from roster_rows where ${chosen} limit ${limit})) returning 1 as one`),
  );
  return removed.length > 0;
}
