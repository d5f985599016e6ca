import { done, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { mayBeTakenOff } from "#app/domain/candidate/concerns.ts";
import { leftCandidate, type takingOffReasons } from "#app/domain/concern/candidacy.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { countRaisers, deleteCandidateConcerns, lockConcernsOf } from "#db/queries/candidate-concerns.ts";
import { updateCandidate } from "#db/queries/candidate.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { holdCandidate, type CandidateAsShown } from "./hold-cycle.server.ts";
import { sayCandidacy } from "./say-candidacy.server.ts";

/** Takes concerns off a candidate, which keeps one at least. They may be chosen again. */
export const takeOffConcerns = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  shown: CandidateAsShown,
  { concernIds, reason }: { concernIds: readonly string[]; reason: (typeof takingOffReasons)[number] },
): Promise<Change> =>
  withActor(db, actor, async (tx) => {
    const held = await holdCandidate(tx, actor, shown);
    if (!held.ok) return held;
    const { cycle, candidate } = held;
    const own = await lockConcernsOf(tx, candidate.id);
    const judged = mayBeTakenOff(concernIds, new Set(own.map(({ id }) => id)));
    if (!judged.ok) return judged;
    const off = own.filter(({ id }) => concernIds.includes(id));
    const kept = own.filter(({ id }) => !concernIds.includes(id));
    await deleteCandidateConcerns(
      tx,
      candidate.id,
      off.map(({ id }) => id),
    );
    const raisers = await countRaisers(
      tx,
      kept.map(({ id }) => id),
    );
    await updateCandidate(tx, candidate, { raisers, changedAt: now });
    await sayCandidacy(tx, { actor, now }, off, leftCandidate(reason));
    await recordAudit(tx, actor, now, {
      action: "candidate.take-off-concerns",
      subjectKind: "candidate",
      subjectId: candidate.id,
      neighbourhoodId: cycle.neighbourhoodId,
      reason,
      details: { number: candidate.number, concerns: off.length, raisers },
    });
    return done;
  });
