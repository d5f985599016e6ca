import { can, type Actor } from "#app/domain/actor.ts";
import { allowanceKey, limits } from "#app/domain/limits.ts";
import { takeAllowance } from "#db/queries/allowance.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { withActor } from "#db/with-actor.ts";
import { inPlaceOf, openThread } from "./open-thread.server.ts";
import type { ThreadDeps } from "./thread-deps.ts";

export type MessageSent =
  { ok: true; reference: string } | { ok: false; kind: "too-many"; retryAfterSeconds: number };

/** A person proven by an emailed code (or a panel member) writes to a team. */
export function sendMessage(
  { db, now, publicUrl }: ThreadDeps,
  actor: Actor,
  { neighbourhoodId, words }: { neighbourhoodId: string; words: string },
): Promise<MessageSent> {
  const { accountId } = actor;
  if (accountId === null || actor.kind === "staff" || !can(actor, "concern:raise"))
    throw new Error("Only somebody who can be answered writes to a team.");
  return withActor(db, inPlaceOf(actor), async (tx) => {
    const key = allowanceKey("threadsPerAccount", accountId);
    const allowed = await takeAllowance(tx, key, limits.threadsPerAccount, now);
    if (!allowed.isAllowed)
      return { ok: false, kind: "too-many", retryAfterSeconds: allowed.retryAfterSeconds };
    const thread = await openThread(
      tx,
      { now, publicUrl },
      { neighbourhoodId, words, raisedBy: accountId, enteredBy: null },
    );
    await recordAudit(tx, actor, now, {
      action: "thread.send",
      subjectKind: "thread",
      subjectId: thread.id,
      neighbourhoodId,
    });
    return { ok: true, reference: thread.reference };
  });
}
