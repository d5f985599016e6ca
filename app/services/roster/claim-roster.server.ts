import { setImmediate, setTimeout as sleep } from "node:timers/promises";
import type { Actor } from "#app/domain/actor.ts";
import { ImportRefused, type JobDeps } from "#app/services/edition/import.server.ts";
import {
  deleteSomeRosterRows,
  findStagingRoster,
  insertRoster,
  lockRosters,
  updateStagingRoster,
  type RosterInsert,
} from "#db/queries/roster-staging.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

// An import stages some thousand rows in a second: one that staged none in so long was killed.
const silentForMs = 3_000;
const lookEveryMs = 200;
// Small enough that no transaction holds the embedded database for long.
const rowsAtOnce = 1_000;

/**
 * Opens an import to stage rows under. What an import left that was killed is cleared away first; while one is at work,
 * this throws `ImportRefused`.
 */
export async function claimRoster(deps: JobDeps, actor: Actor, values: RosterInsert): Promise<string> {
  for (;;) {
    const opened = await withActor(deps.db, actor, async (tx) => {
      await lockRosters(tx);
      const leftover = await findStagingRoster(tx);
      return leftover === null ? { id: await insertRoster(tx, values) } : { leftover };
    });
    if ("id" in opened) return opened.id;
    if (await isAtWork(deps, actor, opened.leftover))
      throw new ImportRefused("Another import of a roster is running. Wait for it to end, then try again.");
    deps.say("Clearing what an interrupted import of a roster left behind.");
    await stopRoster(deps, actor, opened.leftover.id);
  }
}

async function isAtWork(
  { db, signal }: JobDeps,
  actor: Actor,
  before: { id: string; staged: number },
): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < silentForMs; waitedMs += lookEveryMs) {
    await sleep(lookEveryMs, undefined, { signal });
    const after = await withActor(db, actor, findStagingRoster);
    if (after?.id !== before.id) return false;
    if (after.staged !== before.staged) return true;
  }
  return false;
}

/** Gives up an import that is being staged; nothing of it was ever seen. */
export async function stopRoster(
  { db, now }: Pick<JobDeps, "db" | "now">,
  actor: Actor,
  id: string,
): Promise<void> {
  const problem = "It was stopped before its end. Nothing of it came into force.";
  const isStopped = await withActor(db, actor, (tx) =>
    updateStagingRoster(tx, id, { state: "stopped", finishedAt: now(), problem }),
  );
  if (isStopped) await clearRosterRows(db, actor, id, "all");
}

/** Removes rows of an import, a few at a time. */
export async function clearRosterRows(
  db: Db,
  actor: Actor,
  rosterId: string,
  which: "taken" | "all",
): Promise<void> {
  while (await withActor(db, actor, (tx) => deleteSomeRosterRows(tx, rosterId, { which, limit: rowsAtOnce })))
    await setImmediate();
}
