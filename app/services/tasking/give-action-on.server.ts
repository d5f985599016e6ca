import { done, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfMoveWords } from "#app/domain/tasking/move-words.ts";
import type { WantedOwner } from "#app/domain/tasking/wanted-action.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { findAgencyById } from "#db/queries/agency.ts";
import type { HeldTaskingAction } from "#db/queries/tasking-action.ts";
import type { Db } from "#db/types.ts";
import { changeOpenAction } from "./change-action.server.ts";
import type { TaskingDeps } from "./change-meeting.server.ts";
import { checkWantedOwner } from "./check-wanted-action.server.ts";
import { leadTaskingAction, type ActionRead } from "./lead-action.server.ts";
import { tellAsked } from "./tell-asked.server.ts";

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
  const agency = errors.length > 0 ? null : await findAgencyById(tx, owner.agencyId);
  if (agency === null) return { ok: false, errors };
  const { action, group } = held;
  await changeOpenAction(tx, by, held, {
    changes: { ...owner, position: owner.position.trim(), state: "assigned" },
    words: words.trim(),
    step: "give-on",
  });
  await tellAsked(tx, by.now, { group, agency, action: { ...action, ownerId: owner.ownerId } });
  return done;
}
