import { done, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { joinedCandidate } from "#app/domain/concern/candidacy.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { countRaisers, lockConcernsOf } from "#db/queries/candidate-concerns.ts";
import { updateCandidate } from "#db/queries/candidate.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { holdCandidate, type CandidateAsShown } from "./hold-cycle.server.ts";
import { lockFreeConcerns, putInCandidate } from "./put-in-candidate.server.ts";
import { sayCandidacy } from "./say-candidacy.server.ts";

/** Adds concerns to a candidate that exists; the people behind all of them are counted once each. */
export const addConcerns = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  shown: CandidateAsShown,
  concernIds: readonly string[],
): Promise<Change> =>
  withActor(db, actor, async (tx) => {
    const held = await holdCandidate(tx, actor, shown);
    if (!held.ok) return held;
    const { cycle, candidate } = held;
    const free = await lockFreeConcerns(tx, cycle, concernIds);
    if (!free.ok) return free;
    await putInCandidate(tx, cycle, candidate.id, free.concerns);
    const all = await lockConcernsOf(tx, candidate.id);
    const raisers = await countRaisers(
      tx,
      all.map(({ id }) => id),
    );
    await updateCandidate(tx, candidate, { raisers, changedAt: now });
    await sayCandidacy(tx, { actor, now }, free.concerns, joinedCandidate);
    await recordAudit(tx, actor, now, {
      action: "candidate.add-concerns",
      subjectKind: "candidate",
      subjectId: candidate.id,
      neighbourhoodId: cycle.neighbourhoodId,
      details: { number: candidate.number, concerns: free.concerns.length, raisers },
    });
    return done;
  });
