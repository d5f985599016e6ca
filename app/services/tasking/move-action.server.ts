import type { Actor } from "#app/domain/actor.ts";
import { recordAudit } from "#db/queries/audit.ts";
import {
  insertTaskingActionEvent,
  updateTaskingAction,
  type HeldTaskingAction,
  type TaskingAction,
} from "#db/queries/tasking-action.ts";
import type { Db } from "#db/types.ts";

interface Changed {
  /** What changes of it. */
  changes: Partial<Pick<TaskingAction, "agencyId" | "position" | "ownerId" | "dueOn" | "state">>;
  words: string;
  step: "move-day" | "give-on" | "reopen";
}

/** Writes what changed of a locked action that goes on, with its step in its history, and records it. */
export async function changeOpenAction(
  tx: Db,
  { actor, now }: { actor: Actor; now: Date },
  { action, group }: Pick<HeldTaskingAction, "action" | "group">,
  { changes, words, step }: Changed,
): Promise<void> {
  const isNewlyAsked = step !== "move-day";
  await updateTaskingAction(tx, action.id, {
    ...changes,
    ...(isNewlyAsked
      ? {
          result: null,
          closedAt: null,
          publicLine: null,
          publicLineState: "none",
          withheldReason: null,
          publishedAt: null,
          publishedBy: null,
        }
      : {}),
    changedAt: now,
  });
  await insertTaskingActionEvent(tx, {
    actionId: action.id,
    at: now,
    from: action.state,
    to: changes.state ?? action.state,
    words,
    dueOn: changes.dueOn ?? action.dueOn,
    agencyId: changes.agencyId ?? action.agencyId,
    by: actor.accountId,
  });
  await recordAudit(tx, actor, now, {
    action: "tasking.move",
    subjectKind: "tasking-action",
    subjectId: action.id,
    agencyId: changes.agencyId ?? action.agencyId,
    details: { group: group.code, number: action.number, step },
  });
}
