import type { Actor } from "#app/domain/actor.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findTaskingGroup, type TaskingGroup } from "#db/queries/tasking-group.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import type { TaskingDeps } from "./change-meeting.server.ts";

/** Reads what `read` finds of a group, for whoever reads all of its work; null where it is not theirs. Each reading is recorded. */
export const readTaskingGroup = <Value>(
  { db, now }: TaskingDeps,
  actor: Actor,
  code: string,
  read: (tx: Db, group: TaskingGroup) => Promise<Value>,
): Promise<Value | null> =>
  withActor(db, actor, async (tx) => {
    const group = await findTaskingGroup(tx, taskingReaderOf(actor), code, londonDay(now));
    if (group === null) return null;
    const value = await read(tx, group);
    await recordAudit(tx, actor, now, {
      action: "tasking.read",
      subjectKind: "tasking-group",
      subjectId: group.id,
    });
    return value;
  });
