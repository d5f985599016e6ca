import { done, refused, type Change } from "#app/domain/account/change.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import { isForceReference } from "#app/domain/concern/force-reference.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { lockConcern } from "#db/queries/concern.ts";
import { acknowledgeDiversion } from "#db/queries/concern-triage.ts";
import { isUuid } from "#db/queries/uuid.ts";
import { withActor } from "#db/with-actor.ts";
import type { DecisionDeps } from "./decide-concern.server.ts";

/** The contact centre has what was handed to it, under this number of its own system. */
export const acknowledgeHandOff = (
  { db, now }: DecisionDeps,
  actor: Actor,
  { concernId, forceReference: typed }: { concernId: string; forceReference: string },
): Promise<Change> =>
  withActor(db, actor, async (tx) => {
    const forceReference = typed.trim();
    if (!isForceReference(forceReference))
      return refused("forceReference", "Enter the other system’s reference, like 26*512345");
    const concern = isUuid(concernId) ? await lockConcern(tx, concernId) : null;
    const { accountId } = actor;
    if (
      concern === null ||
      accountId === null ||
      !can(actor, "urgent:answer", { neighbourhoodId: concern.neighbourhoodId })
    )
      return refused("form", "This is not there any more");
    const isDone = await acknowledgeDiversion(tx, concern.id, {
      acknowledgedAt: now,
      acknowledgedBy: accountId,
      forceReference,
    });
    if (!isDone) return refused("form", `Somebody has acknowledged ${concern.reference} already`);
    await recordAudit(tx, actor, now, {
      action: "concern.acknowledge",
      subjectKind: "concern",
      subjectId: concern.id,
      neighbourhoodId: concern.neighbourhoodId,
    });
    return done;
  });
