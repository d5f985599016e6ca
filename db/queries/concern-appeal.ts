import { eq } from "drizzle-orm";
import { concernAppeals } from "#db/schema/concern.ts";
import type { Db } from "#db/types.ts";

/** Notes an appeal that waits for somebody else; a later one of the same concern takes the place of the first. */
export async function openAppeal(
  tx: Db,
  appeal: { concernId: string; appealedAt: Date; dueAt: Date; against: string | null },
): Promise<void> {
  const waiting = { ...appeal, decidedBy: null, decidedAt: null, outcome: null };
  await tx
    .insert(concernAppeals)
    .values(waiting)
    .onConflictDoUpdate({ target: concernAppeals.concernId, set: waiting });
}

/** The appeal of a concern; null where there is none. */
export async function findAppeal(db: Db, concernId: string) {
  const [appeal] = await db.select().from(concernAppeals).where(eq(concernAppeals.concernId, concernId));
  return appeal ?? null;
}

/** The appeal against a decision, decided. */
export async function closeAppeal(
  tx: Db,
  concernId: string,
  decided: { decidedBy: string; decidedAt: Date; outcome: "upheld" | "changed" },
): Promise<void> {
  await tx.update(concernAppeals).set(decided).where(eq(concernAppeals.concernId, concernId));
}
