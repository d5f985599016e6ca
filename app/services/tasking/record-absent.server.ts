import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { isUnsaid } from "#app/domain/tasking/finishing.ts";
import { mayRecordIn } from "#app/domain/tasking/presiding.ts";
import { listAttendances } from "#db/queries/tasking-attendance.ts";
import { asPlatform } from "#db/with-actor.ts";
import { changeTaskingMeeting, type TaskingDeps } from "./change-meeting.server.ts";
import { holdSeats, writeDoor } from "./write-door.server.ts";

/** Records of everybody of whom nothing was said yet that they did not come. Null where the actor has no such meeting. */
export const recordRestAbsent = (
  deps: TaskingDeps,
  actor: Actor,
  reference: string,
  key: string,
): Promise<Change | null> =>
  changeTaskingMeeting(deps, actor, reference, async (tx, { meeting, group }) => {
    const { now } = deps;
    if (!mayRecordIn(actor, { meeting, group }))
      return refused("form", "Only whoever records in this meeting keeps its door");
    if (meeting.state !== "open")
      return refused("form", "Who did not come is recorded while the meeting sits");
    await holdSeats(tx, meeting.id);
    const rest = (await asPlatform(tx, () => listAttendances(tx, meeting.id))).filter(isUnsaid);
    if (rest.length === 0) return done;
    const rows = rest.map(({ id, declaredAt }) => ({
      id,
      state: "absent" as const,
      declaredAt,
      agreementId: null,
    }));
    await writeDoor(tx, meeting, rows, { actor, now, key });
    return done;
  });
