import { can, type Actor } from "#app/domain/actor.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { recordTaskingRead } from "#app/services/tasking/record-reading.server.ts";
import { jointActionsOf, type JointAction } from "#db/queries/tasking-of-priority.ts";
import type { Db } from "#db/types.ts";

/** The joint actions that serve a priority, for whoever reads joint tasking; that they were read is recorded. */
export async function readJoint(tx: Db, actor: Actor, priorityId: string, now: Date): Promise<JointAction[]> {
  if (!can(actor, "tasking:read")) return [];
  const found = await jointActionsOf(tx, taskingReaderOf(actor), priorityId, londonDay(now));
  if (found.length > 0) await recordTaskingRead(tx, actor, now, { page: "plan" });
  return found;
}
