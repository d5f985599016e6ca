import { and, desc, eq, gte, isNull, sql } from "drizzle-orm";
import type { Day } from "#app/domain/team/day.ts";
import { agencyKeys } from "#db/schema/agency-access.ts";
import type { Db } from "#db/types.ts";

// A handful for each system; only a bound.
const mostKeys = 100;

/** The keys of an agency, without what would find them: those that open something first, then the newest. */
export const listAgencyKeys = (db: Db, agencyId: string, today: Day) =>
  db
    .select({
      id: agencyKeys.id,
      name: agencyKeys.name,
      madeAt: agencyKeys.madeAt,
      endsOn: agencyKeys.endsOn,
      endedAt: agencyKeys.endedAt,
      lastUsedAt: agencyKeys.lastUsedAt,
    })
    .from(agencyKeys)
    .where(eq(agencyKeys.agencyId, agencyId))
    .orderBy(
      sql`${agencyKeys.endedAt} is not null or ${agencyKeys.endsOn} < ${today}::date`,
      desc(agencyKeys.madeAt),
      agencyKeys.id,
    )
    .limit(mostKeys);

/** What the keys of an agency that still open something are called. */
export async function liveKeyNames(db: Db, agencyId: string, today: Day): Promise<string[]> {
  const rows = await db
    .select({ name: agencyKeys.name })
    .from(agencyKeys)
    .where(and(eq(agencyKeys.agencyId, agencyId), isNull(agencyKeys.endedAt), gte(agencyKeys.endsOn, today)))
    .limit(mostKeys);
  return rows.map(({ name }) => name);
}

/** Keeps a key's hash and gives its id. */
export async function insertAgencyKey(tx: Db, values: typeof agencyKeys.$inferInsert): Promise<string> {
  const [row] = await tx.insert(agencyKeys).values(values).returning({ id: agencyKeys.id });
  if (row === undefined) throw new Error("The database returned no key.");
  return row.id;
}

/** Ends a key of an agency; false where it has ended, or is none of theirs. */
export async function endAgencyKey(
  tx: Db,
  { id, agencyId }: { id: string; agencyId: string },
  now: Date,
): Promise<boolean> {
  const ended = await tx
    .update(agencyKeys)
    .set({ endedAt: now })
    .where(and(eq(agencyKeys.id, id), eq(agencyKeys.agencyId, agencyId), isNull(agencyKeys.endedAt)))
    .returning({ id: agencyKeys.id });
  return ended.length > 0;
}
