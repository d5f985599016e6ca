import { and, eq } from "drizzle-orm";
import { concerns, concernSupporters } from "#db/schema/concern.ts";
import type { Db } from "#db/types.ts";

/** False when the account had added itself before. */
export async function insertSupporter(
  tx: Db,
  concernId: string,
  accountId: string,
  at: Date,
): Promise<boolean> {
  const added = await tx
    .insert(concernSupporters)
    .values({ concernId, accountId, at })
    .onConflictDoNothing()
    .returning({ accountId: concernSupporters.accountId });
  return added.length > 0;
}

/** False when the account was none. */
export async function deleteSupporter(tx: Db, concernId: string, accountId: string): Promise<boolean> {
  const deleted = await tx
    .delete(concernSupporters)
    .where(and(eq(concernSupporters.concernId, concernId), eq(concernSupporters.accountId, accountId)))
    .returning({ accountId: concernSupporters.accountId });
  return deleted.length > 0;
}

/** Notes how many people stand behind a concern. Its version stays: nobody's decision is overtaken by one more person. */
export const setRaisers = (tx: Db, concernId: string, raisers: number) =>
  tx.update(concerns).set({ raisers }).where(eq(concerns.id, concernId));
