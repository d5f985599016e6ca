import type { Actor } from "#app/domain/actor.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { insertEngagementPlan } from "#db/queries/engagement.ts";
import { insertInvolvement, insertPlan } from "#db/queries/plan.ts";
import type { Priority } from "#db/queries/priority.ts";
import { responsibleFor } from "#db/queries/responsibility.ts";
import { readSettings } from "#db/queries/setting.ts";
import type { Db } from "#db/types.ts";

/**
 * Begins the two plans of a priority, in the transaction that adopts it: empty, with the sergeant who answers for the
 * neighbourhood, and with what the community has done already, which is to choose it.
 */
export async function beginPlan(
  tx: Db,
  { actor, now }: { actor: Actor; now: Date },
  priority: Priority,
): Promise<void> {
  const today = londonDay(now);
  const { sergeantReviewDays, inspectorReviewDays } = await readSettings(tx);
  const responsible = await responsibleFor(tx, priority.neighbourhoodId, today);
  const plan = await insertPlan(tx, {
    priorityId: priority.id,
    ownerId: responsible?.accountIds[0] ?? null,
    begunOn: today,
    sergeantDueOn: addDays(today, sergeantReviewDays),
    inspectorDueOn: addDays(today, inspectorReviewDays),
    changedAt: now,
  });
  if (plan === null) return;
  await insertEngagementPlan(tx, { priorityId: priority.id, changedAt: now });
  if (priority.origin === "community-cycle")
    await insertInvolvement(tx, {
      planId: plan.id,
      stage: "draft",
      heldOn: today,
      who: "Residents who raised it and voted for it, and the panel",
      how: "They chose it as a priority of the neighbourhood",
      whatChanged: "The team works on it because residents asked for it",
      addedAt: now,
    });
  await recordAudit(tx, actor, now, {
    action: "plan.begin",
    subjectKind: "plan",
    subjectId: plan.id,
    neighbourhoodId: priority.neighbourhoodId,
  });
}
