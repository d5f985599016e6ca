import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfSignature, type Signature } from "#app/domain/agreement/signature.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { updateAgreement, updateParties } from "#db/queries/agreement.ts";
import {
  holdAgreement,
  recordAgreementAct,
  type AgreementDeps,
  type ReadAgreement,
} from "./hold-agreement.server.ts";

/** Records who signed an agreement for a party. A party of one in force shares by it from then on. */
export const signParty = (
  deps: AgreementDeps,
  actor: Actor,
  read: ReadAgreement,
  { agencyId, ...signature }: Signature & { agencyId: string },
): Promise<Change | null> =>
  holdAgreement(deps, actor, read, async (tx, { agreement, parties }) => {
    const party = parties.find((one) => one.agencyId === agencyId && one.leftAt === null);
    if (agreement.state === "terminated") return refused("form", "This agreement is terminated");
    if (party === undefined) return refused("form", "This agency is not party to the agreement");
    if (party.signedOn !== null) return refused("form", `${party.name} has signed already`);
    const errors = problemsOfSignature(signature, londonDay(deps.now));
    if (errors.length > 0) return { ok: false, errors };
    await updateParties(tx, agreement.id, [agencyId], {
      signatory: signature.signatory.trim(),
      signatoryPosition: signature.position.trim(),
      signedOn: signature.signedOn,
    });
    await updateAgreement(tx, agreement.id, { changedAt: deps.now });
    await recordAgreementAct(tx, actor, deps.now, agreement.id, {
      action: "agreement.sign-party",
      agencyId,
      details: { signedOn: signature.signedOn },
    });
    return done;
  });
