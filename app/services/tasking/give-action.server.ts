import type { Actor } from "#app/domain/actor.ts";
import type { WantedTaskingAction } from "#app/domain/tasking/wanted-action.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findAgencyById } from "#db/queries/agency.ts";
import { insertTaskingAction, insertTaskingActionEvent } from "#db/queries/tasking-action.ts";
import type { TaskingGroup } from "#db/queries/tasking-group.ts";
import type { Db } from "#db/types.ts";
import { tellAsked } from "./tell-asked.server.ts";

/**
 * Gives an action of a group to an agency: its number, its first step, the notice. Whether the actor may is the
 * caller's to ask (`mayRecord`), and whether it is right (`checkWantedAction`).
 */
export async function giveAction(
  tx: Db,
  { actor, now }: { actor: Actor; now: Date },
  { group }: { group: TaskingGroup },
  wanted: WantedTaskingAction,
): Promise<{ id: string; number: number }> {
  const agency = await findAgencyById(tx, wanted.agencyId);
  if (agency === null) throw new Error("The agency of an action is not there.");
  const { accountId: by } = actor;
  const given = await insertTaskingAction(tx, group.id, {
    ...wanted,
    task: wanted.task.trim(),
    position: wanted.position.trim(),
    givenBy: by,
    givenAt: now,
    changedAt: now,
  });
  await insertTaskingActionEvent(tx, {
    actionId: given.id,
    at: now,
    to: "assigned",
    // To which position: minutes and history say it when the action has long gone on to another.
    words: wanted.position.trim(),
    dueOn: wanted.dueOn,
    agencyId: agency.id,
    by,
  });
  await tellAsked(tx, now, { group, agency, action: { ...wanted, id: given.id } });
  await recordAudit(tx, actor, now, {
    action: "tasking.give",
    subjectKind: "tasking-action",
    subjectId: given.id,
    agencyId: agency.id,
    details: { group: group.code, number: given.number },
  });
  return given;
}
