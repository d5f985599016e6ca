import { scopeOf, type Actor } from "#app/domain/actor.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import type { Day } from "#app/domain/team/day.ts";
import { countPoliceActions, countProposedLines } from "#db/queries/tasking-waiting.ts";
import type { Db } from "#db/types.ts";

/** What of joint tasking waits for an officer of the area: figures alone. */
export async function readJoint(tx: Db, actor: Actor, today: Day) {
  const reader = taskingReaderOf(actor);
  const writes = scopeOf(actor, "plan:write");
  const reads = scopeOf(actor, "tasking:read") !== null;
  return {
    actions: reads ? await countPoliceActions(tx, reader, today) : null,
    lines: reads && writes !== null ? await countProposedLines(tx, reader, writes, today) : null,
  };
}
