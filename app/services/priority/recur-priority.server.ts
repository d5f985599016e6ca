import { done, refused, type Change } from "#app/domain/account/change.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import { problemsOfPublished } from "#app/domain/concern/published-words.ts";
import { canRecur } from "#app/domain/priority/take-step.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { findPriority, lockPriority } from "#db/queries/priority.ts";
import { readSettings } from "#db/queries/setting.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { holdPlaces } from "./new-priority.server.ts";
import { takePriorityStep } from "./take-step.server.ts";

/**
 * Opens a signed-off priority again whose problem came back in time; null where the actor has no such priority. It
 * takes a place again, so with three open another has to end first.
 */
export const recurPriority = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { reference, words }: { reference: string; words: string },
): Promise<Change | null> =>
  withActor(db, actor, async (tx): Promise<Change | null> => {
    const found = await findPriority(tx, reference);
    if (found === null || !can(actor, "plan:approve", found)) return null;
    const { mostOpenPriorities, recurrenceMonths } = await readSettings(tx);
    const { freeSlots } = await holdPlaces(tx, found.neighbourhoodId, mostOpenPriorities);
    const priority = await lockPriority(tx, found.id);
    if (priority?.state !== "signed-off" || priority.endedAt === null)
      return refused("form", "Only a priority that was signed off can come back");
    if (!canRecur(londonDay(priority.endedAt), londonDay(now), recurrenceMonths))
      return refused("form", "It was signed off too long ago. It can be raised as a concern again");
    const [slot] = freeSlots;
    if (slot === undefined)
      return refused(
        "form",
        `There are ${mostOpenPriorities} open priorities already. One of them has to end first`,
      );
    if (words.trim() === "") return refused("words", "Say what happens again: residents will read it");
    const errors = problemsOfPublished({ words });
    if (errors.length > 0) return { ok: false, errors };
    const taken = await takePriorityStep(tx, { actor, now }, priority, {
      step: "recur",
      reason: words.trim(),
      changes: { slot, endedAt: null },
      action: "priority.recur",
    });
    return taken.ok ? done : taken;
  });
