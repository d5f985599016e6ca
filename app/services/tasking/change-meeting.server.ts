import { platform, type Actor } from "#app/domain/actor.ts";
import { presides } from "#app/domain/tasking/presiding.ts";
import { mayRecord, taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { findTaskingMeeting, lockTaskingMeeting, type HeldMeeting } from "#db/queries/tasking-meeting.ts";
import type { Db } from "#db/types.ts";
import { asPlatform, withActor } from "#db/with-actor.ts";

export interface TaskingDeps {
  db: Db;
  now: Date;
}

/**
 * Holds a meeting, locked, for somebody who reads it, in one transaction; null where they have no such meeting. What they
 * may do in it is for `change` to ask (`mayRecordIn`, `mayFinish`, `mayChair`).
 */
export const changeTaskingMeeting = <Result>(
  { db, now }: TaskingDeps,
  actor: Actor,
  reference: string,
  change: (tx: Db, held: HeldMeeting) => Promise<Result>,
): Promise<Result | null> =>
  withActor(db, actor, async (tx) => {
    const find = (who: Actor) => findTaskingMeeting(tx, taskingReaderOf(who), reference, londonDay(now));
    const work = async (found: HeldMeeting | null) => {
      const meeting = found === null ? null : await lockTaskingMeeting(tx, found.meeting.id);
      return found === null || meeting === null ? null : change(tx, { meeting, group: found.group });
    };
    const found = await find(actor);
    // Whoever chairs this one meeting and nothing else of the group has rows of it to read, and none to write.
    return found !== null && presides(actor, found) && !mayRecord(actor, found.group)
      ? asPlatform(tx, async () => work(await find(platform())))
      : work(found);
  });
