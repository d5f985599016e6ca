import { refused, type Refused } from "#app/domain/account/change.ts";
import { can, scopeOf, type Actor } from "#app/domain/actor.ts";
import { problemsOfGroup, type WantedGroup } from "#app/domain/tasking/calling.ts";
import { isForceLevel } from "#app/domain/tasking/level.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { writtenOrNull } from "#app/domain/written-or-null.ts";
import { recordAudit } from "#db/queries/audit.ts";
import {
  areasForGroups,
  insertTaskingGroup,
  neighbourhoodsOf,
  renewAreasOfGroups,
} from "#db/queries/tasking-group-area.ts";
import { insertTaskingMember } from "#db/queries/tasking-member.ts";
import { findSeatable, type Seatable } from "#db/queries/tasking-people.ts";
import type { Db } from "#db/types.ts";
import { asPlatform, withActor } from "#db/with-actor.ts";
import type { TaskingDeps } from "./change-meeting.server.ts";

export interface GroupToMake extends WantedGroup {
  /** Who chairs it, and stands in; they need not have been given a role for it. */
  chairId: string | null;
  deputyId: string | null;
}

const notSeatable = "Choose somebody who works here for the police or a partner";

export type GroupMade = { ok: true; code: string } | Refused;

/** Makes a group that will meet. The police make it, whoever may in all of its area, and the administrator. */
export const makeGroup = ({ db, now }: TaskingDeps, actor: Actor, wanted: GroupToMake): Promise<GroupMade> =>
  withActor(db, actor, async (tx): Promise<GroupMade> => {
    const errors = problemsOfGroup(wanted);
    if (errors.length > 0) return { ok: false, errors };
    const { code, name, level, partnershipId, bcuId, chairId, deputyId } = wanted;
    if (!(await isKnownArea(tx, wanted))) return refused("area", "Choose an area from the list");
    const neighbourhoodIds = await neighbourhoodsOf(tx, wanted);
    if (!mayMakeIn(actor, { isForce: isForceLevel(level), neighbourhoodIds }))
      return refused("area", "Choose an area of your own: your role does not reach all of this one");
    return asPlatform(tx, async (): Promise<GroupMade> => {
      const found = (id: string | null) => (id === null ? null : findSeatable(tx, id, londonDay(now)));
      const [chair, deputy] = [await found(chairId), await found(deputyId)];
      if (chairId !== null && chair === null) return refused("chairId", notSeatable);
      if (deputyId !== null && deputy === null) return refused("deputyId", notSeatable);
      if (chairId !== null && chairId === deputyId)
        return refused("deputyId", "Choose somebody else than the chair");
      const id = await insertTaskingGroup(tx, {
        code,
        name: name.trim(),
        level,
        partnershipId,
        bcuId,
        isForce: isForceLevel(level),
        chairId,
        deputyId,
        programme: writtenOrNull(wanted.programme),
        madeAt: now,
      });
      if (id === null) return refused("code", "Another group has this code: enter another one");
      await renewAreasOfGroups(tx, id);
      // Whoever leads a group sits in it, so that they can chair its first meeting.
      const seat = { groupId: id, joinedAt: now };
      if (chair !== null) await insertTaskingMember(tx, { ...seat, ...seatOf(chair), position: "Chair" });
      if (deputy !== null)
        await insertTaskingMember(tx, { ...seat, ...seatOf(deputy), position: "Deputy chair" });
      await recordAudit(tx, actor, now, {
        action: "tasking.make-group",
        subjectKind: "tasking-group",
        subjectId: id,
        details: { code, level, neighbourhoods: neighbourhoodIds.length },
      });
      return { ok: true, code };
    });
  });

const seatOf = ({ accountId, agencyId }: Seatable) => ({ accountId, agencyId });

function mayMakeIn(
  actor: Actor,
  { isForce, neighbourhoodIds }: { isForce: boolean; neighbourhoodIds: readonly string[] },
): boolean {
  if (can(actor, "agency:manage")) return true;
  const scope = scopeOf(actor, "tasking:make-group");
  if (scope === null || isForce) return scope?.isForce === true;
  return (
    neighbourhoodIds.length > 0 &&
    neighbourhoodIds.every((neighbourhoodId) => can(actor, "tasking:make-group", { neighbourhoodId }))
  );
}

async function isKnownArea(tx: Db, { level, partnershipId, bcuId }: WantedGroup): Promise<boolean> {
  if (isForceLevel(level)) return true;
  const areas = await areasForGroups(tx);
  const isOf = (known: readonly { id: string }[], id: string | null) =>
    id === null || known.some((area) => area.id === id);
  return isOf(areas.partnerships, partnershipId) && isOf(areas.bcus, bcuId);
}
