import { done, refused, type Change } from "#app/domain/account/change.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import { isForceReference } from "#app/domain/concern/force-reference.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { acknowledgeThreadHandOff, findThreadHandOff } from "#db/queries/thread-urgent.ts";
import { isUuid } from "#db/queries/uuid.ts";
import { withActor } from "#db/with-actor.ts";
import type { ThreadDeps } from "./thread-deps.ts";

/** The contact centre has a message that was handed to it, under this number of its own system. */
export const acknowledgeMessage = (
  { db, now }: Omit<ThreadDeps, "publicUrl">,
  actor: Actor,
  { handOffId, forceReference: typed }: { handOffId: string; forceReference: string },
): Promise<Change> =>
  withActor(db, actor, async (tx) => {
    const forceReference = typed.trim();
    if (!isForceReference(forceReference))
      return refused("forceReference", "Enter the other system’s reference, like 26*512345");
    const found = isUuid(handOffId) ? await findThreadHandOff(tx, handOffId) : null;
    const { accountId } = actor;
    if (
      found === null ||
      accountId === null ||
      !can(actor, "urgent:answer", { neighbourhoodId: found.neighbourhoodId })
    )
      return refused("form", "This is not there any more");
    // The row itself is the lock: of two who acknowledge it, one finds it waiting.
    const isDone = await acknowledgeThreadHandOff(tx, handOffId, {
      acknowledgedAt: now,
      acknowledgedBy: accountId,
      forceReference,
    });
    if (!isDone) return refused("form", `Somebody has acknowledged ${found.reference} already`);
    await recordAudit(tx, actor, now, {
      action: "thread.acknowledge",
      subjectKind: "thread",
      subjectId: found.threadId,
      neighbourhoodId: found.neighbourhoodId,
    });
    return done;
  });
