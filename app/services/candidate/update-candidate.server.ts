import type { Actor } from "#app/domain/actor.ts";
import { done, refused, type Change } from "#app/domain/account/change.ts";
import { cardOf } from "#app/domain/candidate/card.ts";
import { missingEvidence } from "#app/domain/candidate/evidence.ts";
import { problemsOfPublicWords } from "#app/domain/concern/summary-check.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { updateCandidate as updateInDatabase } from "#db/queries/candidate.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { holdCandidate, type CandidateAsShown } from "./hold-cycle.server.ts";

/** What staff write on a card: public, and in our own words. */
export interface CardWords {
  title: string;
  statement: string;
  trendWords: string | null;
  trendSource: string | null;
  partnersWords: string | null;
  harmWords: string | null;
  underHeardWords: string | null;
}

/** Changes what stands on a candidate's card. */
export const updateCandidate = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  shown: CandidateAsShown,
  words: CardWords,
): Promise<Change> =>
  withActor(db, actor, async (tx) => {
    const held = await holdCandidate(tx, actor, shown);
    if (!held.ok) return held;
    const { cycle, candidate } = held;
    const errors = Object.entries(words).flatMap(([field, text]: [string, string | null]) =>
      problemsOfPublicWords(text ?? "").map((message) => ({ field, message })),
    );
    if (errors.length > 0) return { ok: false, errors };
    const missing = missingEvidence(cardOf({ ...words, raisers: candidate.raisers }));
    if (candidate.isShortlisted === true && missing.length > 0)
      return refused("form", "This candidate is on the shortlist: no part of its card may be empty");
    await updateInDatabase(tx, candidate, { ...words, changedAt: now });
    await recordAudit(tx, actor, now, {
      action: "candidate.update",
      subjectKind: "candidate",
      subjectId: candidate.id,
      neighbourhoodId: cycle.neighbourhoodId,
      details: { number: candidate.number, missing: missing.length },
    });
    return done;
  });
