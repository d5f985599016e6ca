import { refused, type Refused } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { mayChair } from "#app/domain/tasking/reading.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { withdrawAttendances } from "#db/queries/tasking-attendance.ts";
import { endTaskingMember, listTaskingMembers } from "#db/queries/tasking-member.ts";
import { asPlatform } from "#db/with-actor.ts";
import { changeTaskingGroup } from "./change-group.server.ts";
import type { TaskingDeps } from "./change-meeting.server.ts";

export type GroupLeft = { ok: true; withdrawn: number } | Refused;

/** Takes a seat in a group away, and with it every meeting of the group, past ones too; how many they were. */
export const leaveGroup = (
  deps: TaskingDeps,
  actor: Actor,
  code: string,
  memberId: string,
): Promise<GroupLeft | null> =>
  changeTaskingGroup(deps, actor, code, async (tx, group): Promise<GroupLeft> => {
    const { now } = deps;
    if (!mayChair(actor, group)) return refused("form", "Only whoever chairs this group says who sits in it");
    return asPlatform(tx, async (): Promise<GroupLeft> => {
      const member = (await listTaskingMembers(tx, group.id)).find(({ id }) => id === memberId);
      if (member === undefined) return refused("form", "They have no seat in this group any more");
      const { accountId, agencyId } = member;
      if (accountId === group.chairId || accountId === group.deputyId)
        return refused("form", "Give the group another chair or deputy first, then take this seat away");
      await endTaskingMember(tx, memberId, now);
      const withdrawn = await withdrawAttendances(tx, { groupId: group.id, accountId, now });
      await recordAudit(tx, actor, now, {
        action: "tasking.leave",
        subjectKind: "tasking-group",
        subjectId: group.id,
        agencyId,
        details: { accountId, withdrawn },
      });
      return { ok: true, withdrawn };
    });
  });
