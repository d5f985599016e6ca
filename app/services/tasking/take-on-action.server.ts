import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { mayTakeOn } from "#app/domain/tasking/may-answer.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { recordAudit } from "#db/queries/audit.ts";
import {
  findTaskingAction,
  insertTaskingActionEvent,
  lockTaskingAction,
  updateTaskingAction,
} from "#db/queries/tasking-action.ts";
import { asPlatform, withActor } from "#db/with-actor.ts";
import { overtakenTasking } from "./answer-action.server.ts";
import type { TaskingDeps } from "./change-meeting.server.ts";
import type { ActionRead } from "./lead-action.server.ts";

/**
 * Makes an action of the police that nobody has yet the officer's own, and accepts it; null where they take on no such
 * action. Whoever reads it may: in the room it is given to a position, and no name.
 */
export const takeOnAction = (
  { db, now }: TaskingDeps,
  actor: Actor,
  { actionId, version }: ActionRead,
): Promise<Change | null> =>
  withActor(db, actor, async (tx): Promise<Change | null> => {
    const held = await findTaskingAction(tx, taskingReaderOf(actor), actionId, londonDay(now));
    if (held === null || !mayTakeOn(actor, held)) return null;
    // An officer who reads an action may write it once it is theirs.
    const action = await asPlatform(tx, () => lockTaskingAction(tx, actionId));
    if (action === null) return null;
    if (action.version !== version) return overtakenTasking;
    if (!mayTakeOn(actor, { ...held, action })) return refused("form", "Somebody else does it already");
    const isUnanswered = action.state === "assigned";
    await asPlatform(tx, () =>
      updateTaskingAction(tx, actionId, {
        ownerId: actor.accountId,
        ...(isUnanswered ? { state: "accepted" } : {}),
        changedAt: now,
      }),
    );
    if (isUnanswered)
      await insertTaskingActionEvent(tx, {
        actionId,
        at: now,
        from: action.state,
        to: "accepted",
        dueOn: action.dueOn,
        agencyId: action.agencyId,
        by: actor.accountId,
      });
    await recordAudit(tx, actor, now, {
      action: "tasking.answer",
      subjectKind: "tasking-action",
      subjectId: actionId,
      agencyId: action.agencyId,
      details: { group: held.group.code, number: action.number, step: "take-on" },
    });
    return done;
  });
