import { done, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfMoveWords } from "#app/domain/tasking/move-words.ts";
import type { WantedOwner } from "#app/domain/tasking/wanted-action.ts";
import { londonDay } from "#app/domain/team/day.ts";
import type { HeldTaskingAction } from "#db/queries/tasking-action.ts";
import type { Db } from "#db/types.ts";
import type { TaskingDeps } from "./change-meeting.server.ts";
import { checkWantedOwner } from "./check-wanted-action.server.ts";
import { leadTaskingAction, type ActionRead } from "./lead-action.server.ts";
import { giveToOther } from "./move-action.server.ts";

type NewOwner = WantedOwner & { words: string };

/** Gives an action on to another agency or position, which is asked anew; null where the actor records for no such action. */
export const giveActionOn = (
  deps: TaskingDeps,
  actor: Actor,
  read: ActionRead,
  owner: NewOwner,
): Promise<Change | null> =>
  leadTaskingAction(deps, actor, read, "give-on", (tx, held) =>
    giveOn(tx, { actor, now: deps.now }, held, owner),
  );

async function giveOn(
  tx: Db,
  by: { actor: Actor; now: Date },
  held: HeldTaskingAction,
  { words, ...owner }: NewOwner,
): Promise<Change> {
  const errors = [
    ...problemsOfMoveWords(words),
    ...(await checkWantedOwner(tx, held.group, owner, londonDay(by.now))),
  ];
  if (errors.length > 0) return { ok: false, errors };
  await giveToOther(tx, by, held, { step: "give-on", words, ...owner });
  return done;
}
