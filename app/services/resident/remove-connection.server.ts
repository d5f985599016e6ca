import type { Actor } from "#app/domain/actor.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { deleteConnection } from "#db/queries/resident.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** A resident no longer belongs to a neighbourhood; false when they did not. */
export const removeConnection = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  neighbourhoodId: string,
): Promise<boolean> =>
  withActor(db, actor, async (tx) => {
    if (actor.accountId === null) return false;
    if (!(await deleteConnection(tx, actor.accountId, neighbourhoodId))) return false;
    await recordAudit(tx, actor, now, {
      action: "resident.update",
      subjectKind: "account",
      subjectId: actor.accountId,
      details: { ageBand: false, connection: true },
    });
    return true;
  });
