import type { Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfClosing } from "#app/domain/impact/closing.ts";
import { updateImpact } from "#db/queries/impact.ts";
import { countOpenImpactActions, lastImpactReview } from "#db/queries/impact-parts.ts";
import { changeHeldImpact, type ImpactDeps, type ReadImpact } from "./change-impact-held.server.ts";

/** Closes an assessment that was reviewed in time and is calm; null where the actor may not. */
export const closeImpact = (
  deps: ImpactDeps,
  actor: Actor,
  read: ReadImpact,
  closingWords: string,
): Promise<Change | null> =>
  changeHeldImpact(deps, actor, read, "impact.close", async (tx, { assessment }) => {
    const { now } = deps;
    const errors = problemsOfClosing(
      {
        lastReview: await lastImpactReview(tx, assessment.id),
        reviewDueAt: assessment.reviewDueAt,
        openActions: await countOpenImpactActions(tx, assessment.id),
      },
      closingWords,
      now,
    );
    if (errors.length > 0) return { ok: false, errors };
    await updateImpact(tx, assessment, {
      closedAt: now,
      closingWords: closingWords.trim(),
      reviewDueAt: null,
      changedAt: now,
    });
    return { tension: assessment.tension };
  });
