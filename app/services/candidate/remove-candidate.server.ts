import { done, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { leftCandidate, type removalReasons } from "#app/domain/concern/candidacy.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { lockConcernsOf } from "#db/queries/candidate-concerns.ts";
import { deleteCandidate } from "#db/queries/candidate.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { holdCandidate, type CandidateAsShown } from "./hold-cycle.server.ts";
import { sayCandidacy } from "./say-candidacy.server.ts";

/** Removes a candidate before the vote opens. Its concerns may be chosen again, and whoever raised them reads why. */
export const removeCandidate = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  shown: CandidateAsShown,
  reason: (typeof removalReasons)[number],
): Promise<Change> =>
  withActor(db, actor, async (tx) => {
    const held = await holdCandidate(tx, actor, shown);
    if (!held.ok) return held;
    const { cycle, candidate } = held;
    const concerns = await lockConcernsOf(tx, candidate.id);
    await deleteCandidate(tx, candidate.id);
    await sayCandidacy(tx, { actor, now }, concerns, leftCandidate(reason));
    await recordAudit(tx, actor, now, {
      action: "candidate.remove",
      subjectKind: "candidate",
      subjectId: candidate.id,
      neighbourhoodId: cycle.neighbourhoodId,
      reason,
      details: { cycleId: cycle.id, number: candidate.number, concerns: concerns.length },
    });
    return done;
  });
