import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findOwnAttendance, updateAttendance, type Attendance } from "#db/queries/tasking-attendance.ts";
import { findTaskingMeeting } from "#db/queries/tasking-meeting.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import type { TaskingDeps } from "./change-meeting.server.ts";

const changedMeanwhile = refused(
  "form",
  "Your seat changed meanwhile. Look at the meeting again, then answer",
);

/** Somebody who was asked says whether they come. Null where they have no such meeting. */
export const answerInvitation = (
  deps: TaskingDeps,
  actor: Actor,
  reference: string,
  answer: "coming" | "apologies",
): Promise<Change | null> =>
  withOwnSeat(deps, actor, reference, async (tx, seat) => {
    // What was found at the door is not theirs to say.
    if (seat.state === "present" || seat.state === "absent")
      return refused("form", "It is recorded already who came to this meeting");
    if (seat.state === answer) return done;
    if (!(await updateAttendance(tx, seat, { state: answer }))) return changedMeanwhile;
    await recordAudit(tx, actor, deps.now, {
      action: "tasking.attend",
      subjectKind: "tasking-meeting",
      subjectId: seat.meetingId,
      agencyId: seat.agencyId,
      details: { answer },
    });
    return done;
  });

/** Somebody who was asked makes their confidentiality declaration of a meeting. Null where they have no such meeting. */
export const declareConfidentiality = (
  deps: TaskingDeps,
  actor: Actor,
  reference: string,
): Promise<Change | null> =>
  withOwnSeat(deps, actor, reference, async (tx, seat) => {
    if (seat.declaredAt !== null) return done;
    if (!(await updateAttendance(tx, seat, { declaredAt: deps.now }))) return changedMeanwhile;
    await recordAudit(tx, actor, deps.now, {
      action: "tasking.declare",
      subjectKind: "tasking-meeting",
      subjectId: seat.meetingId,
      agencyId: seat.agencyId,
    });
    return done;
  });

// Not locked: whoever is only asked to a meeting may not change it, and so may not hold it either. The version tells
// whether the door was quicker.
const withOwnSeat = (
  { db, now }: TaskingDeps,
  actor: Actor,
  reference: string,
  change: (tx: Db, seat: Attendance) => Promise<Change>,
): Promise<Change | null> =>
  withActor(db, actor, async (tx) => {
    const held = await findTaskingMeeting(tx, taskingReaderOf(actor), reference, londonDay(now));
    if (held === null || actor.accountId === null) return null;
    const seat = await findOwnAttendance(tx, held.meeting.id, actor.accountId);
    if (seat === null) return refused("form", "You were not asked to this meeting");
    if (held.meeting.state !== "called" && held.meeting.state !== "open")
      return refused("form", "This meeting is over or was cancelled");
    return change(tx, seat);
  });
