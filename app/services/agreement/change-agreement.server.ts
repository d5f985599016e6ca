import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { saysTheSame, textOf } from "#app/domain/agreement/wanted.ts";
import { deleteParties, insertParties, updateAgreement, updateParties } from "#db/queries/agreement.ts";
import { problemsOfWanted, type WantedAgreement } from "./agreement-problems.server.ts";
import {
  holdAgreement,
  recordAgreementAct,
  type AgreementDeps,
  type ReadAgreement,
} from "./hold-agreement.server.ts";

/** What is kept of a party that has not signed. */
export const unsigned = { signatory: null, signatoryPosition: null, signedOn: null };

/**
 * Changes a draft. Where it says something else afterwards, signatures that were given before fall away: they are of
 * the words that were signed. Null where there is no such agreement.
 */
export const changeAgreement = (
  deps: AgreementDeps,
  actor: Actor,
  read: ReadAgreement,
  wanted: WantedAgreement,
): Promise<Change | null> =>
  holdAgreement(deps, actor, read, async (tx, { agreement, parties }) => {
    if (agreement.state !== "draft")
      return refused("form", "This agreement is no draft any more. Review it instead");
    const errors = await problemsOfWanted(tx, wanted);
    if (errors.length > 0) return { ok: false, errors };
    const before = parties.map(({ agencyId }) => agencyId);
    const isRewritten = !saysTheSame(agreement, wanted.text);
    await deleteParties(
      tx,
      agreement.id,
      before.filter((id) => !wanted.partyIds.includes(id)),
    );
    await insertParties(
      tx,
      agreement.id,
      wanted.partyIds.filter((id) => !before.includes(id)),
    );
    if (isRewritten) await updateParties(tx, agreement.id, wanted.partyIds, unsigned);
    await updateAgreement(tx, agreement.id, { ...textOf(wanted.text), changedAt: deps.now });
    await recordAgreementAct(tx, actor, deps.now, agreement.id, {
      action: "agreement.change",
      details: { parties: wanted.partyIds.length, isRewritten },
    });
    return done;
  });
