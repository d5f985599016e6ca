import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfGroupNames, whyNotEnded, type GroupNames } from "#app/domain/tasking/calling.ts";
import { mayChair } from "#app/domain/tasking/reading.ts";
import { writtenOrNull } from "#app/domain/written-or-null.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { updateTaskingGroup } from "#db/queries/tasking-group-area.ts";
import { listTaskingMembers } from "#db/queries/tasking-member.ts";
import { openWorkOf } from "#db/queries/tasking-open-work.ts";
import { asPlatform } from "#db/with-actor.ts";
import { changeTaskingGroup } from "./change-group.server.ts";
import type { TaskingDeps } from "./change-meeting.server.ts";

/** What may be changed of a group; its code, level and area stay. */
export interface GroupDetails extends GroupNames {
  version: number;
  chairId: string | null;
  deputyId: string | null;
  isEnded: boolean;
}

/** Renames a group, gives it another chair, or ends it once nothing of it is open. Null where the actor has no such group. */
export const changeGroupDetails = (
  deps: TaskingDeps,
  actor: Actor,
  code: string,
  wanted: GroupDetails,
): Promise<Change | null> =>
  changeTaskingGroup(deps, actor, code, async (tx, group) => {
    const { name, chairId, deputyId, isEnded } = wanted;
    if (!mayChair(actor, group)) return refused("form", "Only whoever chairs this group changes it");
    if (group.version !== wanted.version)
      return refused("form", "Somebody else changed this group. Look at it again, then change it");
    const errors = problemsOfGroupNames(wanted);
    if (errors.length > 0) return { ok: false, errors };
    const rest =
      isEnded && group.endedAt === null ? await asPlatform(tx, () => openWorkOf(tx, group.id)) : null;
    const unfinished = rest === null ? null : whyNotEnded(group, rest);
    if (unfinished !== null) return refused("isEnded", unfinished);
    const members = await asPlatform(tx, () => listTaskingMembers(tx, group.id));
    const sits = (id: string | null) =>
      id === null ||
      id === group.chairId ||
      id === group.deputyId ||
      members.some((one) => one.accountId === id);
    if (!sits(chairId)) return refused("chairId", "Choose somebody who has a seat in the group");
    if (!sits(deputyId)) return refused("deputyId", "Choose somebody who has a seat in the group");
    if (chairId !== null && chairId === deputyId)
      return refused("deputyId", "Choose somebody else than the chair");
    // Whoever takes the lead away from themselves may lose the group with it: the platform writes it.
    await asPlatform(tx, () =>
      updateTaskingGroup(tx, group, {
        name: name.trim(),
        programme: writtenOrNull(wanted.programme),
        chairId,
        deputyId,
        endedAt: isEnded ? (group.endedAt ?? deps.now) : null,
      }),
    );
    await recordAudit(tx, actor, deps.now, {
      action: "tasking.change-group",
      subjectKind: "tasking-group",
      subjectId: group.id,
      details: {
        isChairChanged: chairId !== group.chairId,
        isDeputyChanged: deputyId !== group.deputyId,
        isEnded,
      },
    });
    return done;
  });
