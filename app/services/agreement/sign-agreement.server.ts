import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfPeriod, type Period } from "#app/domain/agreement/period.ts";
import { missingSignatures } from "#app/domain/agreement/signature.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { updateAgreement } from "#db/queries/agreement.ts";
import {
  holdAgreement,
  recordAgreementAct,
  type AgreementDeps,
  type ReadAgreement,
} from "./hold-agreement.server.ts";

/** Puts an agreement that the police and a partner have signed in force, for at most twelve months. */
export const signAgreement = (
  deps: AgreementDeps,
  actor: Actor,
  read: ReadAgreement,
  { startsOn, reviewBy }: Period,
): Promise<Change | null> =>
  holdAgreement(deps, actor, read, async (tx, { agreement, parties }) => {
    if (agreement.state !== "draft") return refused("form", "This agreement is no draft any more");
    const missing = missingSignatures(parties);
    if (missing.length > 0)
      return { ok: false, errors: missing.map((message) => ({ field: "form", message })) };
    const errors = problemsOfPeriod({ startsOn, reviewBy }, londonDay(deps.now));
    if (errors.length > 0) return { ok: false, errors };
    await updateAgreement(tx, agreement.id, {
      state: "signed",
      startsOn,
      reviewBy,
      signedAt: deps.now,
      changedAt: deps.now,
    });
    await recordAgreementAct(tx, actor, deps.now, agreement.id, {
      action: "agreement.sign",
      details: { startsOn, reviewBy },
    });
    return done;
  });
