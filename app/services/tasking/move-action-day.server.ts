import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfMoveWords } from "#app/domain/tasking/move-words.ts";
import { dueDayRefusal } from "#app/domain/tasking/wanted-action.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import type { HeldTaskingAction } from "#db/queries/tasking-action.ts";
import type { Db } from "#db/types.ts";
import { changeOpenAction } from "./change-action.server.ts";
import type { TaskingDeps } from "./change-meeting.server.ts";
import { leadTaskingAction, type ActionRead } from "./lead-action.server.ts";
import { tellOfChange } from "./tell-asked.server.ts";

interface NewDay {
  dueOn: Day;
  words: string;
}

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
  const errors = problemsOfMoveWords(words);
  const late = dueDayRefusal(dueOn, londonDay(by.now));
  if (late !== null) errors.push({ field: "dueOn", message: late });
  if (errors.length > 0) return { ok: false, errors };
  if (dueOn === held.action.dueOn) return refused("dueOn", "It is due on this day already");
  await changeOpenAction(tx, by, held, { changes: { dueOn }, words: words.trim(), step: "move-day" });
  await tellOfChange(tx, by, held, `An action in ${held.group.name} is due on another day`);
  return done;
}
