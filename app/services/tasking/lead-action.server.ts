import { refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { moveRefusal, type TaskingMove } from "#app/domain/tasking/moves.ts";
import { mayRecord, taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { findTaskingAction, lockTaskingAction, type HeldTaskingAction } from "#db/queries/tasking-action.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { overtakenTasking } from "./answer-action.server.ts";
import type { TaskingDeps } from "./change-meeting.server.ts";

/** An action as somebody read it. */
export interface ActionRead {
  actionId: string;
  version: number;
}

/**
 * Holds an action, locked, for somebody who records for its group and moves it; null where they have no such action or
 * do not record there.
 */
export const leadTaskingAction = (
  { db, now }: TaskingDeps,
  actor: Actor,
  { actionId, version }: ActionRead,
  move: TaskingMove,
  change: (tx: Db, held: HeldTaskingAction) => Promise<Change>,
): Promise<Change | null> =>
  withActor(db, actor, async (tx): Promise<Change | null> => {
    const held = await findTaskingAction(tx, taskingReaderOf(actor), actionId, londonDay(now));
    if (held === null || !mayRecord(actor, held.group)) return null;
    const action = await lockTaskingAction(tx, actionId);
    if (action === null) return null;
    if (action.version !== version) return overtakenTasking;
    const refusal = moveRefusal(action.state, move, held.group.endedAt !== null);
    return refusal === null ? change(tx, { ...held, action }) : refused("form", refusal);
  });
