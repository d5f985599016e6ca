import { can, type Actor } from "#app/domain/actor.ts";
import { draftOf } from "#app/domain/practice/draft.ts";
import type { WantedPractice } from "#app/domain/practice/practice.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { findPlanOf } from "#db/queries/plan.ts";
import { publicOutcomeOf } from "#db/queries/practice-draft.ts";
import { findPriority } from "#db/queries/priority.ts";
import { placementOf } from "#db/queries/structure.ts";
import type { Db } from "#db/types.ts";

/** The entry that a closed plan makes, of its public words alone; null where the actor has no such plan. */
export async function readDraft(tx: Db, actor: Actor, reference: string): Promise<WantedPractice | null> {
  const priority = await findPriority(tx, reference);
  if (priority === null || !can(actor, "practice:write", priority)) return null;
  const plan = await findPlanOf(tx, priority.id);
  if (plan?.closedAt == null) return null;
  const placement = await placementOf(tx, priority.neighbourhoodId);
  return draftOf({
    ...(await publicOutcomeOf(tx, plan.id)),
    priority,
    place: placement?.name ?? "",
    closedInYear: Number(londonDay(plan.closedAt).slice(0, 4)),
  });
}
