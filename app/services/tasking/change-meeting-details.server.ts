import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfCall, type WantedCall } from "#app/domain/tasking/calling.ts";
import { mayChair } from "#app/domain/tasking/reading.ts";
import { writtenOrNull } from "#app/domain/written-or-null.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { listAttendances } from "#db/queries/tasking-attendance.ts";
import { updateTaskingMeeting } from "#db/queries/tasking-meeting.ts";
import { asPlatform } from "#db/with-actor.ts";
import type { CallingDeps } from "./call-meeting.server.ts";
import { changeTaskingMeeting } from "./change-meeting.server.ts";
import { sendInvitations } from "./send-invitations.server.ts";

const changedMeanwhile = "Somebody else changed this meeting. Look at it again, then change it";

/** Moves a meeting that is called to another time or place, or gives it another chair; everybody asked is told. */
export const changeMeetingDetails = (
  deps: CallingDeps,
  actor: Actor,
  { reference, version }: { reference: string; version: number },
  wanted: WantedCall,
): Promise<Change | null> =>
  changeTaskingMeeting(deps, actor, reference, async (tx, { meeting, group }) => {
    const { now, publicUrl } = deps;
    if (!mayChair(actor, group))
      return refused("form", "Only whoever chairs this group changes its meetings");
    if (meeting.state !== "called")
      return refused("form", "Only a meeting that has not begun can be changed");
    if (meeting.version !== version) return refused("form", changedMeanwhile);
    const attendees = await asPlatform(tx, () => listAttendances(tx, meeting.id));
    const asked = attendees.flatMap(({ accountId, isWithdrawn }) =>
      accountId === null || isWithdrawn ? [] : [accountId],
    );
    const errors = problemsOfCall(wanted, asked, now);
    if (errors.length > 0) return { ok: false, errors };
    const { startsAt, endsAt, chairId } = wanted;
    const place = writtenOrNull(wanted.place);
    const howToJoin = writtenOrNull(wanted.joining);
    const isMoved =
      startsAt.getTime() !== meeting.startsAt.getTime() ||
      endsAt.getTime() !== meeting.endsAt.getTime() ||
      place !== meeting.place ||
      howToJoin !== meeting.howToJoin;
    const changes = {
      startsAt,
      endsAt,
      place,
      howToJoin,
      chairId,
      changedAt: now,
      sequence: meeting.sequence + (isMoved ? 1 : 0),
    };
    await updateTaskingMeeting(tx, meeting, changes);
    if (isMoved)
      await asPlatform(tx, () =>
        sendInvitations(tx, attendees, {
          now,
          publicUrl,
          meeting: { ...meeting, ...changes },
          group,
          told: "moved",
        }),
      );
    await recordAudit(tx, actor, now, {
      action: "tasking.change-meeting",
      subjectKind: "tasking-meeting",
      subjectId: meeting.id,
      details: { isMoved },
    });
    return done;
  });
