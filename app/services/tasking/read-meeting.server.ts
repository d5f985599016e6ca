import type { Actor } from "#app/domain/actor.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findTaskingMeeting, type HeldMeeting } from "#db/queries/tasking-meeting.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import type { TaskingDeps } from "./change-meeting.server.ts";

/** Reads a meeting, or what `read` finds in it, for whoever may; null where it is not theirs. Each reading is recorded. */
export const readTaskingMeeting = <Value>(
  { db, now }: TaskingDeps,
  actor: Actor,
  reference: string,
  page: "meeting" | "door" | "record" | "minutes" | "live" | "item" | "calendar",
  read: (tx: Db, held: HeldMeeting) => Promise<Value>,
): Promise<Value | null> =>
  withActor(db, actor, async (tx) => {
    const held = await findTaskingMeeting(tx, taskingReaderOf(actor), reference, londonDay(now));
    if (held === null) return null;
    const value = await read(tx, held);
    await recordAudit(tx, actor, now, {
      action: "tasking.read",
      subjectKind: "tasking-meeting",
      subjectId: held.meeting.id,
      details: { page },
    });
    return value;
  });
