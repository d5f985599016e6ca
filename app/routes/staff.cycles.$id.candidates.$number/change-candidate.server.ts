import type { Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { addConcerns } from "#app/services/candidate/add-concerns.server.ts";
import { decideCandidate } from "#app/services/candidate/decide-candidate.server.ts";
import { removeCandidate } from "#app/services/candidate/remove-candidate.server.ts";
import { scoreCandidate } from "#app/services/candidate/score-candidate.server.ts";
import { takeOffConcerns } from "#app/services/candidate/take-off-concerns.server.ts";
import { updateCandidate } from "#app/services/candidate/update-candidate.server.ts";
import type { Db } from "#db/types.ts";
import type { AskedChange } from "./schemas.ts";

/** Carries out what a form of the page asks. */
export function changeCandidate(
  deps: { db: Db; now: Date },
  actor: Actor,
  cycleId: string,
  { candidateId: id, version, ...asked }: AskedChange,
): Promise<Change> {
  const shown = { cycleId, id, version };
  switch (asked.intent) {
    case "card": {
      const { title, statement, trendWords, trendSource, partnersWords, harmWords, underHeardWords } = asked;
      const told = { trendWords, trendSource, partnersWords, harmWords, underHeardWords };
      return updateCandidate(deps, actor, shown, { title, statement, ...told });
    }
    case "marks": {
      const { scoreEvidence, scoreHarm, scoreUnderHeard, scoreChangeable, scoreNotInHand } = asked;
      const given = { scoreEvidence, scoreHarm, scoreUnderHeard, scoreChangeable, scoreNotInHand };
      return scoreCandidate(deps, actor, shown, given);
    }
    case "decide":
      return decideCandidate(
        deps,
        actor,
        shown,
        asked.decision === "on" ? { isShortlisted: true } : { isShortlisted: false, reason: asked.reason },
      );
    case "join":
      return addConcerns(deps, actor, shown, asked.concernIds);
    case "take-off":
      return takeOffConcerns(deps, actor, shown, { concernIds: asked.offIds, reason: asked.offReason });
    case "remove":
      return removeCandidate(deps, actor, shown, asked.removalReason);
  }
}
