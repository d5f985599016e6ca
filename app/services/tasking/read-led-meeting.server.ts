import type { Actor } from "#app/domain/actor.ts";
import { mayChair } from "#app/domain/tasking/reading.ts";
import { listAttendances } from "#db/queries/tasking-attendance.ts";
import { asPlatform } from "#db/with-actor.ts";
import type { TaskingDeps } from "./change-meeting.server.ts";
import { readTaskingMeeting } from "./read-meeting.server.ts";

/** A meeting with who is asked to it, for whoever leads its group; "not-led" for its other readers, null where it is not theirs. */
export const readLedMeeting = (deps: TaskingDeps, actor: Actor, reference: string) =>
  readTaskingMeeting(deps, actor, reference, "meeting", async (tx, held) =>
    mayChair(actor, held.group)
      ? { ...held, asked: await asPlatform(tx, () => listAttendances(tx, held.meeting.id)) }
      : ("not-led" as const),
  );
