import { refused, type Refused } from "#app/domain/account/change.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import type { Actor } from "#app/domain/actor.ts";
import { mayChair } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { withdrawAttendances } from "#db/queries/tasking-attendance.ts";
import { endTaskingMember, listTaskingMembers, meetingsToCome } from "#db/queries/tasking-member.ts";
import { asPlatform } from "#db/with-actor.ts";
import type { CallingDeps } from "./call-meeting.server.ts";
import { changeTaskingGroup } from "./change-group.server.ts";
import { tellOfMeetings } from "./send-invitations.server.ts";

export type GroupLeft = { ok: true; withdrawn: number } | Refused;

/**
 * Takes a seat in a group away, and with it every meeting of the group, past ones too; how many they were. What is still
 * to come leaves their calendar; the record of what they were at stays.
 */
export const leaveGroup = (
  deps: CallingDeps,
  actor: Actor,
  code: string,
  memberId: string,
): Promise<GroupLeft | null> =>
  changeTaskingGroup(deps, actor, code, async (tx, group): Promise<GroupLeft> => {
    const { now, publicUrl } = deps;
    if (!mayChair(actor, group)) return refused("form", "Only whoever chairs this group says who sits in it");
    return asPlatform(tx, async (): Promise<GroupLeft> => {
      const member = (await listTaskingMembers(tx, group.id)).find(({ id }) => id === memberId);
      if (member === undefined) return refused("form", "They have no seat in this group any more");
      const { accountId, agencyId } = member;
      if (accountId === group.chairId || accountId === group.deputyId)
        return refused("form", "Give the group another chair or deputy first, then take this seat away");
      const led = (await meetingsToCome(tx, group.id)).find(({ chairId }) => chairId === accountId);
      if (led !== undefined)
        return refused(
          "form",
          `They chair the meeting of ${dayInWords(londonDay(led.startsAt))}: choose somebody else to chair it first, then take this seat away`,
        );
      await endTaskingMember(tx, memberId, now);
      const withdrawn = await withdrawAttendances(tx, { groupId: group.id, accountId, now });
      const lost = (await meetingsToCome(tx, group.id)).filter(({ id }) => withdrawn.includes(id));
      if (member.status === "active")
        await tellOfMeetings(
          tx,
          // Changed as far as they are concerned: a calendar keeps what it was told last.
          lost.map((meeting) => ({ ...member, meeting: { ...meeting, changedAt: now } })),
          { now, publicUrl, group, told: "withdrawn" },
        );
      await recordAudit(tx, actor, now, {
        action: "tasking.leave",
        subjectKind: "tasking-group",
        subjectId: group.id,
        agencyId,
        details: { accountId, withdrawn: withdrawn.length },
      });
      return { ok: true, withdrawn: withdrawn.length };
    });
  });
