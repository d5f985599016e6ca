import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfPublished } from "#app/domain/concern/published-words.ts";
import { meetingTimeInWords } from "#app/domain/meeting/announcement.ts";
import { afterMeetingAct } from "#app/domain/meeting/meeting.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { updateMeeting } from "#db/queries/meeting.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { lockForChange, tellFollowers, type SeenMeeting } from "./meeting-change.server.ts";

/** Calls a meeting off, with a reason that residents read. */
export const cancelMeeting = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  seen: SeenMeeting,
  reason: string,
): Promise<Change> =>
  withActor(db, actor, async (tx) => {
    const locked = await lockForChange(tx, actor, seen);
    if (!locked.ok) return locked;
    const { meeting } = locked;
    const after = afterMeetingAct(meeting, "cancel", reason, now);
    if (!after.ok) return refused("reason", after.message);
    const errors = problemsOfPublished({ reason });
    if (errors.length > 0) return { ok: false, errors };
    await updateMeeting(tx, meeting.id, {
      state: after.state,
      cancelledReason: reason.trim(),
      changedAt: now,
    });
    const neighbourhoodIds = meeting.neighbourhoods.map(({ id }) => id);
    await tellFollowers(tx, now, {
      reference: meeting.reference,
      neighbourhoodIds,
      line: `Cancelled: ${meeting.title}, ${meetingTimeInWords(meeting, londonDay(now))}.`,
    });
    await recordAudit(tx, actor, now, {
      action: "meeting.cancel",
      subjectKind: "meeting",
      subjectId: meeting.id,
      neighbourhoodId: neighbourhoodIds[0] ?? null,
    });
    return done;
  });
