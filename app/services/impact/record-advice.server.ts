import { refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfWords } from "#app/domain/impact/words.ts";
import { writeAdvice } from "#db/queries/impact-advice.ts";
import { changeHeldImpact, type ImpactDeps } from "./change-impact-held.server.ts";

/** Writes down advice that was given in person or by telephone; null where the actor may not. */
export const recordAdvice = (
  deps: ImpactDeps,
  actor: Actor,
  reference: string,
  { consultationId, advice }: { consultationId: string; advice: string },
): Promise<Change | null> =>
  changeHeldImpact(
    deps,
    actor,
    { reference, version: null },
    "impact.advise",
    async (tx, { assessment: { id: assessmentId } }) => {
      const errors = problemsOfWords("advice", advice, "Enter the advice that was given");
      if (errors.length > 0) return { ok: false, errors };
      const isWritten = await writeAdvice(tx, {
        id: consultationId,
        of: { assessmentId },
        advice: advice.trim(),
        advisedAt: deps.now,
      });
      return isWritten
        ? { consultation: consultationId, isRecorded: true }
        : refused("form", "The advice on this question is written down already");
    },
  );
