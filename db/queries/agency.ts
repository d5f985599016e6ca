import { and, asc, count, eq } from "drizzle-orm";
import { accounts } from "#db/schema/account.ts";
import { agencies } from "#db/schema/agency.ts";
import type { Db } from "#db/types.ts";

// More than any force works with; only bound the lists.
const mostAgencies = 500;
const mostMembers = 500;

export type Agency = typeof agencies.$inferSelect;

/** Every agency by name, with how many people can sign in for it. */
export const listAgencies = (db: Db): Promise<(Agency & { members: number })[]> =>
  db
    .select({
      id: agencies.id,
      code: agencies.code,
      name: agencies.name,
      kind: agencies.kind,
      members: count(accounts.id),
    })
    .from(agencies)
    .leftJoin(accounts, and(eq(accounts.agencyId, agencies.id), eq(accounts.status, "active")))
    .groupBy(agencies.id)
    .orderBy(asc(agencies.name), asc(agencies.code))
    .limit(mostAgencies);

export async function findAgency(db: Db, code: string): Promise<Agency | null> {
  const [agency] = await db.select().from(agencies).where(eq(agencies.code, code)).limit(1);
  return agency ?? null;
}

/** Adds an agency and gives its id; null when its code is taken. */
export async function insertAgency(tx: Db, values: typeof agencies.$inferInsert): Promise<string | null> {
  const [row] = await tx
    .insert(agencies)
    .values(values)
    .onConflictDoNothing({ target: agencies.code })
    .returning({ id: agencies.id });
  return row?.id ?? null;
}

export async function renameAgency(tx: Db, id: string, name: string): Promise<void> {
  await tx.update(agencies).set({ name }).where(eq(agencies.id, id));
}

/** Who can sign in for an agency, by name. */
export const listMembers = (db: Db, agencyId: string) =>
  db
    .select({
      id: accounts.id,
      kind: accounts.kind,
      name: accounts.name,
      createdAt: accounts.createdAt,
      lastSeenAt: accounts.lastSeenAt,
    })
    .from(accounts)
    .where(and(eq(accounts.agencyId, agencyId), eq(accounts.status, "active")))
    .orderBy(asc(accounts.name), asc(accounts.id))
    .limit(mostMembers);

export async function findAgencyById(db: Db, id: string): Promise<Agency | null> {
  const [agency] = await db.select().from(agencies).where(eq(agencies.id, id)).limit(1);
  return agency ?? null;
}
