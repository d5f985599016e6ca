import { done, refused, type Change, type Refused } from "#app/domain/account/change.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import type { AuditAction } from "#app/domain/audit/actions.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { insertEntries, lockThread, updateThread, type Thread } from "#db/queries/thread.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { inPlaceOf } from "./open-thread.server.ts";
import type { ThreadAt, ThreadDeps } from "./thread-deps.ts";

/** What an act does to a thread that is locked and as it was read. */
export interface ThreadChange {
  values: Parameters<typeof updateThread>[2];
  /** What is written on it; null for an act without words. */
  entry: { kind: "message" | "answer" | "delay" | "redirect"; words: string } | null;
  action: AuditAction;
  tell: (tx: Db) => Promise<void>;
}

const gone = refused("form", "This message is no longer there");
const overtaken = refused(
  "form",
  "Somebody else changed this message while you wrote. Read what is new, then send yours again",
);

const isTheirs = (actor: Actor, by: "staff" | "resident", { neighbourhoodId, raisedBy }: Thread): boolean =>
  by === "staff"
    ? can(actor, "thread:answer", { neighbourhoodId })
    : actor.accountId !== null && raisedBy === actor.accountId;

/** Makes one change of a thread in one transaction: whose it is, as which version it was read, the rule, the record. */
export function changeThread(
  { db, now }: Pick<ThreadDeps, "db" | "now">,
  { actor, by }: { actor: Actor; by: "staff" | "resident" },
  { id, version }: ThreadAt,
  change: (tx: Db, thread: Thread) => Promise<ThreadChange | Refused> | ThreadChange | Refused,
): Promise<Change> {
  return withActor(db, by === "staff" ? actor : inPlaceOf(actor), async (tx) => {
    const thread = await lockThread(tx, id);
    if (thread === null || !isTheirs(actor, by, thread)) return gone;
    if (thread.version !== version) return overtaken;
    const wanted = await change(tx, thread);
    if ("ok" in wanted) return wanted;
    await updateThread(tx, id, { ...wanted.values, changedAt: now });
    if (wanted.entry !== null)
      await insertEntries(tx, [
        { threadId: id, at: now, writer: by, writerId: actor.accountId, ...wanted.entry },
      ]);
    await wanted.tell(tx);
    await recordAudit(tx, actor, now, {
      action: wanted.action,
      subjectKind: "thread",
      subjectId: id,
      neighbourhoodId: thread.neighbourhoodId,
    });
    return done;
  });
}
