import { done, refused, type Change, type FieldError } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfPeriod } from "#app/domain/agreement/period.ts";
import { missingSignatures } from "#app/domain/agreement/signature.ts";
import { textOf } from "#app/domain/agreement/wanted.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import { insertParties, updateAgreement, updateParties, type Party } from "#db/queries/agreement.ts";
import { problemsOfWanted, type WantedAgreement } from "./agreement-problems.server.ts";
import { unsigned } from "./change-agreement.server.ts";
import {
  holdAgreement,
  recordAgreementAct,
  type AgreementDeps,
  type ReadAgreement,
} from "./hold-agreement.server.ts";

export interface ReviewedAgreement extends WantedAgreement {
  reviewBy: Day;
  /** The parties that agreed to go on by what it says now. Whoever did not signs anew, and shares nothing until then. */
  agreedIds: readonly string[];
}

/** Renews an agreement after its review, lapsed or not: a new period from today, new words, other parties. */
export const reviewAgreement = (
  deps: AgreementDeps,
  actor: Actor,
  read: ReadAgreement,
  wanted: ReviewedAgreement,
): Promise<Change | null> =>
  holdAgreement(deps, actor, read, async (tx, { agreement, parties }) => {
    if (agreement.state !== "signed") return refused("form", "Only an agreement that was signed is reviewed");
    const today = londonDay(deps.now);
    // One that begins later still does: a review opens nothing early.
    const startsOn = agreement.startsOn !== null && agreement.startsOn > today ? agreement.startsOn : today;
    const { reviewBy, partyIds } = wanted;
    const isBound = ({ signedOn, leftAt }: Party) => signedOn !== null && leftAt === null;
    const goesOn = ({ agencyId }: Party) =>
      partyIds.includes(agencyId) && wanted.agreedIds.includes(agencyId);
    const bound = parties.filter((party) => isBound(party) && goesOn(party));
    const errors: FieldError[] = [
      ...(await problemsOfWanted(tx, wanted)),
      ...problemsOfPeriod({ startsOn, reviewBy }, today),
      ...(missingSignatures(bound).length > 0
        ? [{ field: "agreed", message: "Choose the police and at least one partner that agreed to go on" }]
        : []),
    ];
    if (errors.length > 0) return { ok: false, errors };
    const idsOf = (some: readonly Party[]) => some.map(({ agencyId }) => agencyId);
    const out = parties.filter(({ agencyId, leftAt }) => leftAt === null && !partyIds.includes(agencyId));
    const toSign = parties.filter((party) => partyIds.includes(party.agencyId) && !bound.includes(party));
    const before = idsOf(parties);
    await updateParties(tx, agreement.id, idsOf(out), { leftAt: deps.now });
    await updateParties(tx, agreement.id, idsOf(toSign), { ...unsigned, leftAt: null });
    await insertParties(
      tx,
      agreement.id,
      partyIds.filter((id) => !before.includes(id)),
    );
    await updateAgreement(tx, agreement.id, {
      ...textOf(wanted.text),
      startsOn,
      reviewBy,
      changedAt: deps.now,
    });
    await recordAgreementAct(tx, actor, deps.now, agreement.id, {
      action: "agreement.review",
      details: { startsOn, reviewBy, parties: partyIds.length, agreed: bound.length },
    });
    return done;
  });
