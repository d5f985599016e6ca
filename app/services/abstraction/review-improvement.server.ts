import { reviewedMonth } from "#app/domain/abstraction/improvement-due.ts";
import { isPlanOpen, writtenRefusal } from "#app/domain/abstraction/improvement-plan.ts";
import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { insertImprovementReview } from "#db/queries/abstraction-improvement.ts";
import {
  changeImprovement,
  recordImprovementAct,
  type ImprovementDeps,
} from "./change-improvement.server.ts";

/** Records the monthly review, of the last month that is over; null where the actor has no such improvement. */
export const reviewImprovement = (
  deps: ImprovementDeps,
  actor: Actor,
  { id, note }: { id: string; note: string },
): Promise<Change | null> =>
  changeImprovement(deps, actor, id, async (tx, held): Promise<Change> => {
    if (!isPlanOpen(held.improvement.state)) return refused("form", "There is nothing to review now");
    const refusal = writtenRefusal(note, "Say in a sentence what you found");
    if (refusal !== null) return refused("note", refusal);
    const month = reviewedMonth(londonDay(deps.now));
    const isAdded = await insertImprovementReview(tx, {
      improvementId: id,
      month,
      note: note.trim(),
      at: deps.now,
      by: actor.accountId,
    });
    if (!isAdded)
      return refused("form", "This month was reviewed already. The next review is due next month");
    await recordImprovementAct(tx, actor, deps.now, held, {
      action: "abstraction.review",
      details: { month },
    });
    return done;
  });
