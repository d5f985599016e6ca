import type { Actor } from "#app/domain/actor.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { listTaskingGroups } from "#db/queries/tasking-group.ts";
import { countOpenActions, listMeetingsToCome } from "#db/queries/tasking-home.ts";
import { listToldBoard } from "#db/queries/tasking-told-board.ts";
import { asPlatform, withActor } from "#db/with-actor.ts";
import type { TaskingDeps } from "./change-meeting.server.ts";
import { recordTaskingRead } from "./record-reading.server.ts";

/** What a reader of joint work starts from: their groups and meetings, and what they were told of as a board's chair. */
export const readTaskingHome = ({ db, now }: TaskingDeps, actor: Actor) =>
  withActor(db, actor, async (tx) => {
    const reader = taskingReaderOf(actor);
    const today = londonDay(now);
    await recordTaskingRead(tx, actor, now, { kind: "tasking-group", page: "home" });
    const groups = await listTaskingGroups(tx, reader, today);
    const counts = await countOpenActions(
      tx,
      groups.map(({ id }) => id),
      today,
    );
    return {
      groups: groups.map((group) => ({ ...group, ...(counts.get(group.id) ?? { open: 0, late: 0 }) })),
      told: await asPlatform(tx, () => listToldBoard(tx, reader.accountId, today)),
      meetings: await listMeetingsToCome(tx, reader, today),
      readsAll: reader.isForce,
    };
  });
