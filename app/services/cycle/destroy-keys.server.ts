import { platform } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { destroyCycleKey, emptyVoterKeys, listKeysToDestroy } from "#db/queries/cycle-key-life.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

const oneKeyPage = 20;
const oneBallotPage = 500;

/**
 * Destroys the keys of votes whose time has come: first what the ballots hold of their voters goes, page by page, then
 * the key. A process that is killed in between leaves the key, and the next one goes on.
 */
export async function destroyKeys({
  db,
  now,
  signal,
}: {
  db: Db;
  now: Date;
  signal: AbortSignal;
}): Promise<void> {
  const actor = platform();
  let due: Awaited<ReturnType<typeof listKeysToDestroy>>;
  do {
    due = await withActor(db, actor, (tx) => listKeysToDestroy(tx, londonDay(now), oneKeyPage));
    for (const { cycleId, neighbourhoodId } of due) {
      let emptied = oneBallotPage;
      while (emptied === oneBallotPage && !signal.aborted)
        emptied = await withActor(db, actor, (tx) => emptyVoterKeys(tx, cycleId, oneBallotPage));
      if (signal.aborted) return;
      await withActor(db, actor, async (tx) => {
        if (!(await destroyCycleKey(tx, cycleId, now))) return;
        await recordAudit(tx, actor, now, {
          action: "cycle-key.destroy",
          subjectKind: "cycle",
          subjectId: cycleId,
          neighbourhoodId,
        });
      });
    }
  } while (due.length === oneKeyPage && !signal.aborted);
}
