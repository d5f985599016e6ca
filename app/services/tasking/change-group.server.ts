import type { Actor } from "#app/domain/actor.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { findTaskingGroup, lockTaskingGroup, type TaskingGroup } from "#db/queries/tasking-group.ts";
import type { Db } from "#db/types.ts";
import { asPlatform, withActor } from "#db/with-actor.ts";
import type { TaskingDeps } from "./change-meeting.server.ts";

/**
 * Holds a group, locked, for somebody who reads all of its work, in one transaction; null where they have no such group.
 * What they may do with it is for `change` to ask (`mayChair`).
 */
export const changeTaskingGroup = <Result>(
  { db, now }: TaskingDeps,
  actor: Actor,
  code: string,
  change: (tx: Db, group: TaskingGroup) => Promise<Result>,
): Promise<Result | null> =>
  withActor(db, actor, async (tx) => {
    const found = await findTaskingGroup(tx, taskingReaderOf(actor), code, londonDay(now));
    // The platform writes a group: nobody else locks one.
    const locked = found === null ? null : await asPlatform(tx, () => lockTaskingGroup(tx, found.id));
    return found === null || locked === null
      ? null
      : change(tx, { ...locked, neighbourhoodIds: found.neighbourhoodIds });
  });
