import { refused, type Refused } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { meetingNumberOf, problemsOfCall, type WantedCall } from "#app/domain/tasking/calling.ts";
import { mayChair } from "#app/domain/tasking/reading.ts";
import { writtenOrNull } from "#app/domain/written-or-null.ts";
import { giveReference } from "#app/services/reference/give-reference.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { insertAttendances, listAttendances } from "#db/queries/tasking-attendance.ts";
import {
  insertTaskingMeeting,
  listTaskingMembers,
  meetingsToCome,
  nextMeetingNumber,
} from "#db/queries/tasking-member.ts";
import { asPlatform } from "#db/with-actor.ts";
import { changeTaskingGroup } from "./change-group.server.ts";
import type { TaskingDeps } from "./change-meeting.server.ts";
import { writeStandingAgenda } from "./renew-agenda.server.ts";
import { sendInvitations } from "./send-invitations.server.ts";

/** What is needed besides where people are told of it. */
export interface CallingDeps extends TaskingDeps {
  publicUrl: string;
}

export type MeetingCalled = { ok: true; reference: string } | Refused;

/**
 * Calls the next meeting of a group: it gets its number, its standing agenda, and everybody with a seat is asked to it
 * with a calendar file. Null where the actor has no such group.
 */
export const callMeeting = (
  deps: CallingDeps,
  actor: Actor,
  code: string,
  wanted: WantedCall,
): Promise<MeetingCalled | null> =>
  changeTaskingGroup(deps, actor, code, async (tx, group): Promise<MeetingCalled> => {
    const { now, publicUrl } = deps;
    if (!mayChair(actor, group)) return refused("form", "Only whoever chairs this group calls its meetings");
    if (group.endedAt !== null) return refused("form", "This group has ended and does not meet any more");
    const members = await asPlatform(tx, () => listTaskingMembers(tx, group.id));
    const asked = members.filter(({ status }) => status === "active");
    const errors = problemsOfCall(
      wanted,
      asked.map(({ accountId }) => accountId),
      now,
    );
    if (errors.length > 0) return { ok: false, errors };
    const [same] = (await meetingsToCome(tx, group.id)).filter(
      ({ startsAt }) => startsAt.getTime() === wanted.startsAt.getTime(),
    );
    if (same !== undefined)
      return refused(
        "startsAt",
        `${meetingNumberOf(group, same)} is called for this moment already: choose another, or change that meeting`,
      );
    const number = await nextMeetingNumber(tx, group.id);
    const { reference, stored: meeting } = await giveReference("taskingMeeting", (reference) =>
      insertTaskingMeeting(tx, {
        reference,
        groupId: group.id,
        number,
        startsAt: wanted.startsAt,
        endsAt: wanted.endsAt,
        place: writtenOrNull(wanted.place),
        howToJoin: writtenOrNull(wanted.joining),
        chairId: wanted.chairId,
        calledBy: actor.accountId,
        calledAt: now,
        changedAt: now,
      }),
    );
    await insertAttendances(
      tx,
      asked.map(({ accountId, agencyId, position }) => ({
        meetingId: meeting.id,
        accountId,
        agencyId,
        position,
        invitedAt: now,
      })),
    );
    await writeStandingAgenda(tx, { meetingId: meeting.id, group, now });
    await asPlatform(tx, async () => {
      const attendees = await listAttendances(tx, meeting.id);
      await sendInvitations(tx, attendees, { now, publicUrl, meeting, group, told: "called" });
    });
    await recordAudit(tx, actor, now, {
      action: "tasking.call",
      subjectKind: "tasking-meeting",
      subjectId: meeting.id,
      details: { group: group.code, number, asked: asked.length },
    });
    return { ok: true, reference };
  });
