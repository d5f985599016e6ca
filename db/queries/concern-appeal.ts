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
