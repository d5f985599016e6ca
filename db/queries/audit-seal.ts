import { desc, sql } from "drizzle-orm";
import { auditSeals } from "#db/schema/audit.ts";
import type { Db } from "#db/types.ts";
import { withoutTriggers } from "./backup.ts";
import { rowsOf } from "./rows.ts";

export type AuditSeal = typeof auditSeals.$inferSelect;

/** Where the record begins: the last seal; null while every row is still there. */
export async function lastSeal(db: Db): Promise<AuditSeal | null> {
  const [seal] = await db.select().from(auditSeals).orderBy(desc(auditSeals.number)).limit(1);
  return seal ?? null;
}

/** The seal that ends with this row; null when there is none. */
export async function findSeal(db: Db, number: number): Promise<AuditSeal | null> {
  const [seal] = await db
    .select()
    .from(auditSeals)
    .where(sql`${auditSeals.number} = ${number}`)
    .limit(1);
  return seal ?? null;
}

/** Whether the record holds the entry that goes with a seal, or a later seal took it along. */
export async function isSealRecorded(db: Db, { number, digest }: AuditSeal): Promise<boolean> {
  const [found] = rowsOf<{ recorded: boolean }>(
    await db.execute(sql`
      select exists (
        select from audit_events
        where action = 'audit.seal' and number > ${number}
          and details @> jsonb_build_object('last', ${number}::bigint, 'digest', ${digest}::text)
      ) as "recorded"`),
  );
  return found?.recorded ?? false;
}

/** The last row before which, itself included, every row was written before an instant; null when there is none. */
export async function lastRowBefore(db: Db, before: Date): Promise<number | null> {
  const [found] = rowsOf<{ first: number | null; last: number | null }>(
    await db.execute(sql`
      select (select min(number) from audit_events)::float8 as "first",
             coalesce((select min(number) - 1 from audit_events where at >= ${before.toISOString()}::timestamptz),
                      (select max(number) from audit_events))::float8 as "last"`),
  );
  if (found?.first == null || found.last === null || found.last < found.first) return null;
  return found.last;
}

/** How many rows there are up to a number. */
export async function countTo(db: Db, number: number): Promise<number> {
  const [found] = rowsOf<{ rows: number }>(
    await db.execute(sql`select count(*)::int as "rows" from audit_events where number <= ${number}`),
  );
  return found?.rows ?? 0;
}

/** The next rows after `after` and up to `last`, as JSON texts in order. */
export async function rowsToSeal(
  db: Db,
  after: number,
  last: number,
  limit: number,
): Promise<{ number: number; row: string }[]> {
  return rowsOf(
    await db.execute(sql`
      select e.number::float8 as "number", to_jsonb(e)::text as "row" from audit_events e
      where e.number > ${after} and e.number <= ${last} order by e.number limit ${limit}`),
  );
}

/** Notes the seal and deletes the rows it covers; how many there were. For the owner of the tables alone. */
export async function dropSealedRows(tx: Db, seal: AuditSeal): Promise<number> {
  await tx.insert(auditSeals).values(seal);
  return withoutTriggers(tx, ["audit_events"], async () => {
    const [gone] = rowsOf<{ rows: number }>(
      await tx.execute(sql`
        with gone as (delete from audit_events where number <= ${seal.number} returning 1)
        select count(*)::int as "rows" from gone`),
    );
    return gone?.rows ?? 0;
  });
}
