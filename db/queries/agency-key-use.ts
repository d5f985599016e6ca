import { eq } from "drizzle-orm";
import { agencyKeys } from "#db/schema/agency-access.ts";
import type { Db } from "#db/types.ts";

export type UsedKey = Pick<
  typeof agencyKeys.$inferSelect,
  "id" | "agencyId" | "endsOn" | "endedAt" | "lastUsedAt"
>;

/** The key that hashes so, open or not; null for none. Asked as the platform: nobody has said yet who they are. */
export async function findKeyByHash(db: Db, hash: string): Promise<UsedKey | null> {
  const [found] = await db
    .select({
      id: agencyKeys.id,
      agencyId: agencyKeys.agencyId,
      endsOn: agencyKeys.endsOn,
      endedAt: agencyKeys.endedAt,
      lastUsedAt: agencyKeys.lastUsedAt,
    })
    .from(agencyKeys)
    .where(eq(agencyKeys.hash, hash))
    .limit(1);
  return found ?? null;
}

/** Keeps that a key was used now. */
export async function touchKey(tx: Db, id: string, now: Date): Promise<void> {
  await tx.update(agencyKeys).set({ lastUsedAt: now }).where(eq(agencyKeys.id, id));
}
