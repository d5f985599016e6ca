import { can, platform, type Actor } from "#app/domain/actor.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { lockConcern } from "#db/queries/concern.ts";
import { countRaisers } from "#db/queries/concern-raisers.ts";
import { deleteSupporter, insertSupporter, setRaisers } from "#db/queries/concern-supporter.ts";
import { findStanding } from "#db/queries/public-concern.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** A resident adds themselves to a published concern, or takes themselves off. */
export type Support = "add" | "remove";

/** False where the concern is not there, or nobody may add themselves to it any more. */
export const supportConcern = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { reference, support }: { reference: string; support: Support },
): Promise<boolean> =>
  withActor(db, platform(actor.requestId), async (tx) => {
    const { accountId } = actor;
    if (accountId === null || !can(actor, "concern:read-own")) return false;
    const standing = await findStanding(tx, accountId, reference);
    if (standing === null || !standing.isOpen) return false;
    const concern = await lockConcern(tx, standing.id);
    if (concern === null) return false;
    // The raiser is counted already.
    const isChanged =
      support === "remove"
        ? await deleteSupporter(tx, concern.id, accountId)
        : concern.raisedBy !== accountId && (await insertSupporter(tx, concern.id, accountId, now));
    if (!isChanged) return true;
    await setRaisers(tx, concern.id, await countRaisers(tx, concern.id));
    await recordAudit(tx, actor, now, {
      action: support === "add" ? "concern.support" : "concern.unsupport",
      subjectKind: "concern",
      subjectId: concern.id,
      neighbourhoodId: concern.neighbourhoodId,
    });
    return true;
  });
