import { scopeOf, type Actor } from "#app/domain/actor.ts";
import { recordAudit } from "#db/queries/audit.ts";
import type { PromiseSettings } from "#app/domain/thread/promise.ts";
import { findThread, listEntries, type Thread, type ThreadEntry } from "#db/queries/thread.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { readPromiseSettings } from "./promise-settings.server.ts";

/** A thread of the actor's area with all that was written; null for any other. Who read it is recorded first. */
export function viewThread(
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  id: string,
): Promise<{ thread: Thread; entries: ThreadEntry[]; settings: PromiseSettings } | null> {
  const scope = scopeOf(actor, "thread:read");
  if (scope === null) return Promise.resolve(null);
  return withActor(db, actor, async (tx) => {
    const thread = await findThread(tx, scope, id);
    if (thread === null) return null;
    const entries = await listEntries(tx, thread.id);
    const settings = await readPromiseSettings(tx);
    await recordAudit(tx, actor, now, {
      action: "thread.read",
      subjectKind: "thread",
      subjectId: thread.id,
      neighbourhoodId: thread.neighbourhoodId,
    });
    return { thread, entries, settings };
  });
}
