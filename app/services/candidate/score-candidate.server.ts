import type { Actor } from "#app/domain/actor.ts";
import { done, type Change } from "#app/domain/account/change.ts";
import type { Mark } from "#app/domain/candidate/score.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { updateCandidate } from "#db/queries/candidate.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { holdCandidate, type CandidateAsShown } from "./hold-cycle.server.ts";

/** The five marks that a person gives; null where they gave none yet. */
export interface GivenMarks {
  scoreEvidence: Mark | null;
  scoreHarm: Mark | null;
  scoreUnderHeard: Mark | null;
  scoreChangeable: Mark | null;
  scoreNotInHand: Mark | null;
}

/** Marks a candidate by the methodology. Residents' support is worked out from the ballots, later. */
export const scoreCandidate = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  shown: CandidateAsShown,
  given: GivenMarks,
): Promise<Change> =>
  withActor(db, actor, async (tx) => {
    const held = await holdCandidate(tx, actor, shown);
    if (!held.ok) return held;
    const { cycle, candidate } = held;
    await updateCandidate(tx, candidate, { ...given, changedAt: now });
    await recordAudit(tx, actor, now, {
      action: "candidate.score",
      subjectKind: "candidate",
      subjectId: candidate.id,
      neighbourhoodId: cycle.neighbourhoodId,
      details: { number: candidate.number, ...given },
    });
    return done;
  });
