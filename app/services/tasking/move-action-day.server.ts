import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfNewDay, type NewDay } from "#app/domain/tasking/move-words.ts";
import { londonDay } from "#app/domain/team/day.ts";
import type { HeldTaskingAction } from "#db/queries/tasking-action.ts";
import type { Db } from "#db/types.ts";
import type { TaskingDeps } from "./change-meeting.server.ts";
import { leadTaskingAction, type ActionRead } from "./lead-action.server.ts";
import { moveToDay } from "./move-action.server.ts";

/** Moves an action to another day; null where the actor records for no such action. */
export const moveActionDay = (
  deps: TaskingDeps,
  actor: Actor,
  read: ActionRead,
  day: NewDay,
): Promise<Change | null> =>
  leadTaskingAction(deps, actor, read, "move-day", (tx, held) =>
    moveDay(tx, { actor, now: deps.now }, held, day),
  );

async function moveDay(
  tx: Db,
  by: { actor: Actor; now: Date },
  held: HeldTaskingAction,
  { dueOn, words }: NewDay,
): Promise<Change> {
  const errors = problemsOfNewDay({ dueOn, words }, londonDay(by.now));
  if (errors.length > 0) return { ok: false, errors };
  if (dueOn === held.action.dueOn) return refused("dueOn", "It is due on this day already");
  await moveToDay(tx, by, held, { step: "move-day", dueOn, words });
  return done;
}
