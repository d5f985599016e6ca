import type { Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import type { TensionGrade } from "#app/domain/impact/impact.ts";
import { problemOfHours, reviewDueAfter } from "#app/domain/impact/review.ts";
import { problemsOfWords } from "#app/domain/impact/words.ts";
import { updateImpact } from "#db/queries/impact.ts";
import { insertImpactReview } from "#db/queries/impact-parts.ts";
import { changeHeldImpact, type ImpactDeps, type ReadImpact } from "./change-impact-held.server.ts";

export interface WantedReview {
  tension: TensionGrade;
  words: string;
  /** Hours until the next; null for as many as its tension allows. */
  reviewHours: number | null;
}

/** Looks at an assessment again: how tense it is now, and when the next look is due. Null where the actor may not. */
export const reviewImpact = (
  deps: ImpactDeps,
  actor: Actor,
  read: ReadImpact,
  { tension, words, reviewHours }: WantedReview,
): Promise<Change | null> =>
  changeHeldImpact(deps, actor, read, "impact.review", async (tx, { assessment }) => {
    const { now } = deps;
    const hours = problemOfHours(tension, reviewHours);
    const errors = [
      ...problemsOfWords("words", words, "Say what has changed since the last look, and what has not"),
      ...(hours === null ? [] : [{ field: "reviewHours", message: hours }]),
    ];
    if (errors.length > 0) return { ok: false, errors };
    const dueAt = reviewDueAfter(tension, now, reviewHours);
    await insertImpactReview(tx, {
      assessmentId: assessment.id,
      at: now,
      dueAt,
      tension,
      words: words.trim(),
      by: actor.accountId,
    });
    await updateImpact(tx, assessment, {
      tension,
      reviewDueAt: dueAt,
      isCritical: assessment.isCritical || tension === "critical",
      changedAt: now,
    });
    return {
      from: assessment.tension,
      to: tension,
      wasLate: assessment.reviewDueAt !== null && assessment.reviewDueAt < now,
    };
  });
