import type { Refused } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { textOf } from "#app/domain/agreement/wanted.ts";
import { mustBeAllowed } from "#app/services/account/must-be-allowed.ts";
import { giveReference } from "#app/services/reference/give-reference.server.ts";
import { insertAgreement, insertParties } from "#db/queries/agreement.ts";
import { withActor } from "#db/with-actor.ts";
import { problemsOfWanted, type WantedAgreement } from "./agreement-problems.server.ts";
import { recordAgreementAct, type AgreementDeps } from "./hold-agreement.server.ts";

export type AgreementDrafted = { ok: true; reference: string } | Refused;

/** Writes an agreement down. Nothing is shared by it until the police and a partner have signed. */
export const draftAgreement = (
  { db, now }: AgreementDeps,
  actor: Actor,
  wanted: WantedAgreement,
): Promise<AgreementDrafted> =>
  withActor(db, actor, async (tx): Promise<AgreementDrafted> => {
    mustBeAllowed(actor, "agreement:keep");
    const errors = await problemsOfWanted(tx, wanted);
    if (errors.length > 0) return { ok: false, errors };
    const { reference, stored } = await giveReference("agreement", (reference) =>
      insertAgreement(tx, {
        ...textOf(wanted.text),
        reference,
        madeBy: actor.accountId,
        madeAt: now,
        changedAt: now,
      }),
    );
    await insertParties(tx, stored, wanted.partyIds);
    await recordAgreementAct(tx, actor, now, stored, {
      action: "agreement.draft",
      details: { parties: wanted.partyIds.length, gateway: wanted.text.gateway },
    });
    return { ok: true, reference };
  });
