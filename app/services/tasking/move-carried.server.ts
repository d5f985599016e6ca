import type { Actor } from "#app/domain/actor.ts";
import type { WantedOwner } from "#app/domain/tasking/wanted-action.ts";
import type { Day } from "#app/domain/team/day.ts";
import { findAgencyById } from "#db/queries/agency.ts";
import { recordAudit } from "#db/queries/audit.ts";
import {
  insertTaskingActionEvent,
  updateTaskingAction,
  type HeldTaskingAction,
} from "#db/queries/tasking-action.ts";
import type { Db } from "#db/types.ts";
import { tellAsked, tellOfChange } from "./tell-asked.server.ts";

interface By {
  actor: Actor;
  now: Date;
}

// What was asked for is looked at before: these write it.

/** Moves a locked action to another day. */
export async function moveCarriedDay(
  tx: Db,
  by: By,
  held: HeldTaskingAction,
  { dueOn, words }: { dueOn: Day; words: string },
): Promise<void> {
  const { action } = held;
  await updateTaskingAction(tx, action.id, { dueOn, changedAt: by.now });
  await writeStep(tx, by, held, { words, dueOn, agencyId: action.agencyId, to: action.state });
  await tellOfChange(tx, by, held, `An action in ${held.group.name} is due on another day`);
  await recordMove(tx, by, held, action.agencyId, "goes-on");
}

/** Gives a locked action to another agency, where it begins again; the agency's name. */
export async function giveCarriedOn(
  tx: Db,
  by: By,
  held: HeldTaskingAction,
  { words, agencyId, position, ownerId, dueOn }: WantedOwner & { words: string },
): Promise<string> {
  const agency = await findAgencyById(tx, agencyId);
  if (agency === null) throw new Error("The agency of an action is not there.");
  await updateTaskingAction(tx, held.action.id, {
    agencyId,
    position: position.trim(),
    ownerId,
    dueOn,
    state: "assigned",
    result: null,
    closedAt: null,
    changedAt: by.now,
  });
  await writeStep(tx, by, held, { words, dueOn, agencyId, to: "assigned" });
  await tellAsked(tx, by.now, { ...held, agency, action: { ...held.action, ownerId } });
  await recordMove(tx, by, held, agencyId, "given-on");
  return agency.name;
}

const writeStep = (
  tx: Db,
  { actor, now }: By,
  { action }: HeldTaskingAction,
  step: { words: string; dueOn: Day; agencyId: string; to: HeldTaskingAction["action"]["state"] },
) =>
  insertTaskingActionEvent(tx, {
    ...step,
    words: step.words.trim(),
    actionId: action.id,
    at: now,
    from: action.state,
    by: actor.accountId,
  });

const recordMove = (
  tx: Db,
  { actor, now }: By,
  { action, group }: HeldTaskingAction,
  agencyId: string,
  step: "goes-on" | "given-on",
) =>
  recordAudit(tx, actor, now, {
    action: "tasking.move",
    subjectKind: "tasking-action",
    subjectId: action.id,
    agencyId,
    details: { group: group.code, number: action.number, step },
  });
