import { refused, type Refused } from "#app/domain/account/change.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import { readReference } from "#app/domain/reference/reference.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findByResidentReference } from "#db/queries/thread.ts";
import { withActor } from "#db/with-actor.ts";
import { openThread } from "./open-thread.server.ts";
import type { ThreadDeps } from "./thread-deps.ts";

export interface MessageToEnter {
  neighbourhoodId: string;
  words: string;
  /** As it was typed; null for somebody whom nobody entered. */
  residentReference: string | null;
}

/** Staff write down a message for somebody who telephoned, wrote or came by. */
export function enterMessage(
  { db, now, publicUrl }: ThreadDeps,
  actor: Actor,
  { neighbourhoodId, words, residentReference }: MessageToEnter,
): Promise<{ ok: true; id: string } | Refused> {
  return withActor(db, actor, async (tx) => {
    const { accountId: enteredBy } = actor;
    if (enteredBy === null || !can(actor, "thread:answer", { neighbourhoodId }))
      return refused("slug", "Choose a neighbourhood that you work for");
    const read = residentReference === null ? null : readReference("resident", residentReference);
    const raisedBy = read === null ? null : await findByResidentReference(tx, read);
    if (residentReference !== null && raisedBy === null)
      return refused("resident", "Enter a reference that was given, like R-7K3F, or leave it empty");
    const thread = await openThread(tx, { now, publicUrl }, { neighbourhoodId, words, raisedBy, enteredBy });
    await recordAudit(tx, actor, now, {
      action: "thread.enter",
      subjectKind: "thread",
      subjectId: thread.id,
      neighbourhoodId,
    });
    return { ok: true, id: thread.id };
  });
}
