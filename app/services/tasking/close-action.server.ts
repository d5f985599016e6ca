import { done, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { lineOfClosing, problemsOfClosing, type TaskingClosing } from "#app/domain/tasking/closing.ts";
import { paths } from "#app/paths.ts";
import { moveOnFromActions } from "#app/services/plan/move-on-from-actions.server.ts";
import { tellResponsible } from "#app/services/notice/tell-staff.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findPriorityById } from "#db/queries/priority.ts";
import {
  insertTaskingActionEvent,
  updateTaskingAction,
  type HeldTaskingAction,
} from "#db/queries/tasking-action.ts";
import type { Db } from "#db/types.ts";
import { asPlatform } from "#db/with-actor.ts";
import { tellChair, tellOfChange } from "./tell-asked.server.ts";

interface Closer {
  actor: Actor;
  now: Date;
  /** The key of the agency's own system, where that says it. */
  keyId?: string | null;
}

/**
 * Closes a locked action with what came of it, and lets the plan that it serves move on when it was the last. Whether
 * the actor may, and whether the action stands so that it can be closed, is the caller's to ask.
 */
export async function closeTaskingAction(
  tx: Db,
  { actor, now, keyId = null }: Closer,
  held: HeldTaskingAction,
  closing: TaskingClosing,
): Promise<Change> {
  const { action, group } = held;
  const { priorityId } = action;
  const errors = problemsOfClosing(closing, priorityId !== null);
  const line = lineOfClosing(closing, priorityId !== null);
  if (errors.length > 0 || line === null) return { ok: false, errors };
  const result = closing.words.trim();
  await updateTaskingAction(tx, action.id, {
    ...line,
    state: closing.to,
    result,
    closedAt: now,
    changedAt: now,
  });
  await insertTaskingActionEvent(tx, {
    actionId: action.id,
    at: now,
    from: action.state,
    to: closing.to,
    words: result,
    dueOn: action.dueOn,
    agencyId: action.agencyId,
    by: actor.accountId,
    keyId,
  });
  if (closing.to === "rejected")
    await tellChair(tx, now, held, `An action in ${group.name} was declined: it waits for you to give it on`);
  if (closing.to === "withdrawn")
    await tellOfChange(tx, { actor, now }, held, `An action in ${group.name} is no longer needed`);
  if (closing.to !== "rejected" && priorityId !== null)
    await asPlatform(tx, async () => {
      if (line.publicLineState === "proposed") await tellOfLine(tx, now, action.id, priorityId);
      await moveOnFromActions(tx, { requestId: actor.requestId, now }, priorityId);
    });
  await recordAudit(tx, actor, now, {
    action: "tasking.answer",
    subjectKind: "tasking-action",
    subjectId: action.id,
    agencyId: action.agencyId,
    details: {
      group: group.code,
      number: action.number,
      step: closing.to,
      ...(keyId === null ? {} : { key: keyId }),
    },
  });
  return done;
}

async function tellOfLine(tx: Db, now: Date, actionId: string, priorityId: string): Promise<void> {
  const priority = await findPriorityById(tx, priorityId);
  if (priority === null) return;
  await tellResponsible(tx, priority.neighbourhoodId, {
    at: now,
    kind: "new",
    line: `${priority.reference}: an agency proposes what residents read of its action`,
    path: paths.tasking.action(actionId),
  });
}
