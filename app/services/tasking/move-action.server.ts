import type { Actor } from "#app/domain/actor.ts";
import type { WantedOwner } from "#app/domain/tasking/wanted-action.ts";
import type { Day } from "#app/domain/team/day.ts";
import { findAgencyById } from "#db/queries/agency.ts";
import { recordAudit } from "#db/queries/audit.ts";
import {
  insertTaskingActionEvent,
  updateTaskingAction,
  type HeldTaskingAction,
  type TaskingAction,
} from "#db/queries/tasking-action.ts";
import type { Db } from "#db/types.ts";
import { tellAsked, tellOfChange } from "./tell-asked.server.ts";

interface By {
  actor: Actor;
  now: Date;
}

// Whether the actor may, and whether it is right, is asked before: these write it, and tell whoever does it.

/** Moves a locked action to another day, from its page or in a meeting. */
export async function moveToDay(
  tx: Db,
  by: By,
  held: HeldTaskingAction,
  { step, words, dueOn }: { step: "move-day" | "goes-on"; words: string; dueOn: Day },
): Promise<void> {
  await writeMove(tx, by, held, { step, words, changes: { dueOn } });
  await tellOfChange(tx, by, held, `An action in ${held.group.name} is due on another day`);
}

/** Gives a locked action on to another agency or position, where it begins again; the agency's name. */
export async function giveToOther(
  tx: Db,
  by: By,
  held: HeldTaskingAction,
  { step, words, ...owner }: WantedOwner & { step: "give-on" | "given-on"; words: string },
): Promise<string> {
  const agency = await findAgencyById(tx, owner.agencyId);
  if (agency === null) throw new Error("The agency of an action is not there.");
  const changes = { ...owner, position: owner.position.trim() };
  await writeMove(tx, by, held, { step, words, changes: { ...changes, ...askedAnew } });
  await tellAsked(tx, by.now, { ...held, agency, action: { ...held.action, ownerId: owner.ownerId } });
  return agency.name;
}

/** Opens a locked action again that was closed. */
export async function beginAgain(
  tx: Db,
  by: By,
  held: HeldTaskingAction,
  { words, dueOn }: { words: string; dueOn: Day },
): Promise<void> {
  await writeMove(tx, by, held, { step: "reopen", words, changes: { dueOn, ...askedAnew } });
  await tellAsked(tx, by.now, held);
}

/** Whoever has it is asked anew, and what came of it before is said of it no more. */
const askedAnew = {
  state: "assigned",
  result: null,
  closedAt: null,
  publicLine: null,
  publicLineState: "none",
  withheldReason: null,
  publishedAt: null,
  publishedBy: null,
} as const;

interface Move {
  step: string;
  words: string;
  changes: Partial<TaskingAction>;
}

async function writeMove(
  tx: Db,
  { actor, now }: By,
  { action, group }: HeldTaskingAction,
  { step, words, changes }: Move,
): Promise<void> {
  const { state, dueOn, agencyId } = { ...action, ...changes };
  await updateTaskingAction(tx, action.id, { ...changes, changedAt: now });
  await insertTaskingActionEvent(tx, {
    actionId: action.id,
    at: now,
    from: action.state,
    to: state,
    words: words.trim(),
    dueOn,
    agencyId,
    by: actor.accountId,
  });
  await recordAudit(tx, actor, now, {
    action: "tasking.move",
    subjectKind: "tasking-action",
    subjectId: action.id,
    agencyId,
    details: { group: group.code, number: action.number, step },
  });
}
