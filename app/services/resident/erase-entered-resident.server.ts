import { platform, type Actor } from "#app/domain/actor.ts";
import type { ErasureReason } from "#app/domain/resident/resident.ts";
import type { Keys } from "#app/services/keys/keys.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { eraseHeldData } from "./erase-held-data.server.ts";
import { lockEnteredResident } from "./lock-entered-resident.server.ts";

/** Staff erase a resident on paper at once, as residents online do themselves. False where they are not theirs to. */
export const eraseEnteredResident = (
  { db, now, keys }: { db: Db; now: Date; keys: Pick<Keys, "seals"> },
  actor: Actor,
  { reference, reason }: { reference: string; reason: ErasureReason },
): Promise<boolean> =>
  // Some of what is held only the platform may touch; whose resident it is has been asked before.
  withActor(db, platform(actor.requestId), async (tx) => {
    const locked = await lockEnteredResident(tx, actor, reference);
    if (locked === null) return false;
    await eraseHeldData(tx, { now, keys }, locked.account);
    await recordAudit(tx, actor, now, {
      action: "resident.erase",
      subjectKind: "account",
      subjectId: locked.account.id,
      neighbourhoodId: locked.resident.neighbourhoodId,
      reason,
    });
    return true;
  });
