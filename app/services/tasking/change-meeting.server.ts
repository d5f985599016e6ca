import type { Actor } from "#app/domain/actor.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { findTaskingMeeting, lockTaskingMeeting, type HeldMeeting } from "#db/queries/tasking-meeting.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

export interface TaskingDeps {
  db: Db;
  now: Date;
}

/**
 * Holds a meeting, locked, for somebody who reads it, in one transaction; null where they have no such meeting. What they
 * may do in it is for `change` to ask (`mayRecord`, `mayChair`).
 */
export const changeTaskingMeeting = <Result>(
  { db, now }: TaskingDeps,
  actor: Actor,
  reference: string,
  change: (tx: Db, held: HeldMeeting) => Promise<Result>,
): Promise<Result | null> =>
  withActor(db, actor, async (tx) => {
    const found = await findTaskingMeeting(tx, taskingReaderOf(actor), reference, londonDay(now));
    const meeting = found === null ? null : await lockTaskingMeeting(tx, found.meeting.id);
    return found === null || meeting === null ? null : change(tx, { meeting, group: found.group });
  });
