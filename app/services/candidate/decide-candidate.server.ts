import type { Actor } from "#app/domain/actor.ts";
import { done, refused, type Change } from "#app/domain/account/change.ts";
import { cardOf } from "#app/domain/candidate/card.ts";
import { evidencePartMissing, missingEvidence } from "#app/domain/candidate/evidence.ts";
import { problemsOfPublicWords } from "#app/domain/concern/summary-check.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { updateCandidate } from "#db/queries/candidate.ts";
import { countShortlisted } from "#db/queries/cycle.ts";
import { readSettings } from "#db/queries/setting.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { holdCandidate, type CandidateAsShown } from "./hold-cycle.server.ts";

/** On the list that residents vote on, or off it with a reason that they read. */
export type Decision = { isShortlisted: true } | { isShortlisted: false; reason: string };

/** Decides about a candidate; it may be decided anew until the vote opens and the shortlist is published. */
export const decideCandidate = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  shown: CandidateAsShown,
  decision: Decision,
): Promise<Change> =>
  withActor(db, actor, async (tx) => {
    const held = await holdCandidate(tx, actor, shown);
    if (!held.ok) return held;
    const { cycle, candidate } = held;
    if (decision.isShortlisted) {
      const missing = missingEvidence(cardOf(candidate)).map((part) => evidencePartMissing[part]);
      if (missing.length > 0)
        return { ok: false, errors: missing.map((message) => ({ field: "decision", message })) };
      const { mostCandidates } = await readSettings(tx);
      const others = await countShortlisted(tx, cycle.id);
      if (candidate.isShortlisted !== true && others >= mostCandidates)
        return refused(
          "decision",
          `The shortlist has ${mostCandidates} candidates already, the most it may have`,
        );
    } else {
      if (decision.reason.trim() === "")
        return refused("reason", "Enter why it is left off, as residents will read it");
      const [problem] = problemsOfPublicWords(decision.reason);
      if (problem !== undefined) return refused("reason", problem);
    }
    await updateCandidate(tx, candidate, {
      isShortlisted: decision.isShortlisted,
      leftOffReason: decision.isShortlisted ? null : decision.reason.trim(),
      changedAt: now,
    });
    await recordAudit(tx, actor, now, {
      action: decision.isShortlisted ? "candidate.shortlist" : "candidate.leave-off",
      subjectKind: "candidate",
      subjectId: candidate.id,
      neighbourhoodId: cycle.neighbourhoodId,
      details: { number: candidate.number },
    });
    return done;
  });
