import type { Actor } from "#app/domain/actor.ts";
import type { WantedTaskingAction } from "#app/domain/tasking/wanted-action.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { isActionOf } from "#db/queries/tasking-action.ts";
import type { TaskingEntry } from "#db/queries/tasking-entry.ts";
import { findItem } from "#db/queries/tasking-item.ts";
import type { Db } from "#db/types.ts";
import type { TaskingDeps } from "./change-meeting.server.ts";
import { checkWantedAction } from "./check-wanted-action.server.ts";
import { giveAction } from "./give-action.server.ts";
import {
  noSuchItem,
  recordInMeeting,
  refusedRecord,
  says,
  type Recorded,
  type Recording,
} from "./record-in-meeting.server.ts";

export interface WantedRoomAction extends Recording, Omit<WantedTaskingAction, "priorityId" | "ownerId"> {
  /** What it came of; the priority of an item is the action's too. */
  itemId: string | null;
}

/** Gives an action in a meeting, from the tactical menu to an agency and a position, and writes it down. */
export const recordAction = (
  deps: TaskingDeps,
  actor: Actor,
  { reference, key, itemId, ...asked }: WantedRoomAction,
): Promise<Recorded | null> => {
  const said = { kind: "action", itemId, words: asked.task.trim() } as const;
  const isSaid = says(said);
  // The same task may be asked of a second agency: it is another action.
  const isSame = async (entry: TaskingEntry, tx: Db) =>
    isSaid(entry) && entry.actionId !== null && (await isActionOf(tx, entry.actionId, asked));
  return recordInMeeting(deps, actor, { reference, key, isSame }, async (tx, held) => {
    const { meeting, group } = held;
    const item = itemId === null ? null : await findItem(tx, meeting.id, itemId);
    if (itemId !== null && item === null) return noSuchItem;
    const wanted = { ...asked, priorityId: item?.priorityId ?? null, ownerId: null };
    const errors = await checkWantedAction(tx, group, wanted, londonDay(deps.now));
    if (errors.length > 0) return refusedRecord(errors);
    const { id } = await giveAction(tx, { actor, now: deps.now }, held, wanted);
    return { ...said, actionId: id };
  });
};
