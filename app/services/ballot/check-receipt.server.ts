import { platform } from "#app/domain/actor.ts";
import { isReceiptCounted } from "#db/queries/ballot.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** Whether the ballot of a receipt counts in a cycle: nothing else is told of it. */
export const checkReceipt = ({ db }: { db: Db }, cycleId: string, receipt: string): Promise<boolean> =>
  withActor(db, platform(), (tx) => isReceiptCounted(tx, cycleId, receipt));
