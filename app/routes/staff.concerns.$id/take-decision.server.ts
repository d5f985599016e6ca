import type { Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { answerConcern } from "#app/services/concern/answer-concern.server.ts";
import { approveText } from "#app/services/concern/approve-text.server.ts";
import { decideAppeal } from "#app/services/concern/decide-appeal.server.ts";
import type { DecisionDeps } from "#app/services/concern/decide-concern.server.ts";
import { divertConcern } from "#app/services/concern/divert-concern.server.ts";
import { mergeConcern } from "#app/services/concern/merge-concern.server.ts";
import { publishSummary } from "#app/services/concern/publish-summary.server.ts";
import { referConcern } from "#app/services/concern/refer-concern.server.ts";
import { rejectConcern } from "#app/services/concern/reject-concern.server.ts";
import { returnConcern } from "#app/services/concern/return-concern.server.ts";
import type { AskedDecision } from "./decision-schema.ts";

/** Carries out what a form of the page asks. */
export function takeDecision(
  { db, now }: DecisionDeps,
  actor: Actor,
  concernId: string,
  asked: AskedDecision,
): Promise<Change> {
  const deps = { db, now };
  const decided = { concernId, version: asked.version };
  switch (asked.intent) {
    case "publish":
      return publishSummary(deps, actor, { ...decided, text: asked });
    case "approve":
      return approveText(deps, actor, { ...decided, text: asked });
    case "return":
      return returnConcern(deps, actor, { ...decided, reason: asked.reason });
    case "merge":
      return mergeConcern(deps, actor, { ...decided, reference: asked.reference });
    case "answer":
      return answerConcern(deps, actor, { ...decided, reason: asked.reason, answer: asked.answer });
    case "refer":
      return referConcern(deps, actor, { ...decided, reason: asked.reason, agencyId: asked.agencyId });
    case "reject":
      return rejectConcern(deps, actor, { ...decided, reason: asked.reason });
    case "divert":
      return divertConcern(deps, actor, { ...decided, route: asked.route });
    case "appeal":
      return decideAppeal(deps, actor, { ...decided, outcome: asked.outcome, reason: asked.reason });
  }
}
