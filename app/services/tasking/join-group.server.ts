import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfPosition } from "#app/domain/tasking/calling.ts";
import { mayChair } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { insertAttendances, listAttendances } from "#db/queries/tasking-attendance.ts";
import { insertTaskingMember, meetingsToCome } from "#db/queries/tasking-member.ts";
import { findSeatable } from "#db/queries/tasking-people.ts";
import { asPlatform } from "#db/with-actor.ts";
import type { CallingDeps } from "./call-meeting.server.ts";
import { changeTaskingGroup } from "./change-group.server.ts";
import { sendInvitations } from "./send-invitations.server.ts";

/** Gives somebody a seat in a group: they are asked to its meetings from now on, those called already with them. */
export const joinGroup = (
  deps: CallingDeps,
  actor: Actor,
  code: string,
  wanted: { accountId: string; position: string },
): Promise<Change | null> =>
  changeTaskingGroup(deps, actor, code, async (tx, group): Promise<Change> => {
    const { now, publicUrl } = deps;
    if (!mayChair(actor, group)) return refused("form", "Only whoever chairs this group says who sits in it");
    const position = wanted.position.trim();
    const errors = problemsOfPosition(position);
    if (errors.length > 0) return { ok: false, errors };
    // Nobody but staff sees other people's accounts, and a chair may be a partner.
    return asPlatform(tx, async (): Promise<Change> => {
      const person = await findSeatable(
        tx,
        wanted.accountId,
        londonDay(now),
        actor.kind === "member" ? group : null,
      );
      if (person === null) return refused("accountId", "Choose somebody from the list");
      const { accountId, agencyId } = person;
      const seat = { groupId: group.id, accountId, agencyId, position, joinedAt: now };
      if (!(await insertTaskingMember(tx, seat)))
        return refused("accountId", "They have a seat in this group already");
      const toCome = await meetingsToCome(tx, group.id);
      await insertAttendances(
        tx,
        toCome.map(({ id }) => ({ meetingId: id, accountId, agencyId, position, invitedAt: now })),
      );
      const [next] = toCome;
      if (next !== undefined) {
        const asked = (await listAttendances(tx, next.id)).filter((one) => one.accountId === accountId);
        // The newest word for their calendar, where they had lost the meeting before.
        const meeting = { ...next, changedAt: now };
        await sendInvitations(tx, asked, { now, publicUrl, meeting, group, told: "called" });
      }
      await recordAudit(tx, actor, now, {
        action: "tasking.join",
        subjectKind: "tasking-group",
        subjectId: group.id,
        agencyId,
        details: { accountId, meetings: toCome.length },
      });
      return done;
    });
  });
