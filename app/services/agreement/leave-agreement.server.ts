import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { updateAgreement, updateParties } from "#db/queries/agreement.ts";
import {
  holdAgreement,
  recordAgreementAct,
  type AgreementDeps,
  type ReadAgreement,
} from "./hold-agreement.server.ts";

/** Records that a partner left an agreement; from this moment nothing is shared with it by that. */
export const leaveAgreement = (
  deps: AgreementDeps,
  actor: Actor,
  read: ReadAgreement,
  agencyId: string,
): Promise<Change | null> =>
  holdAgreement(deps, actor, read, async (tx, { agreement, parties }) => {
    if (agreement.state !== "signed") return refused("form", "Nobody leaves an agreement that is not signed");
    const party = parties.find((one) => one.agencyId === agencyId && one.leftAt === null);
    if (party === undefined) return refused("form", "This agency is not party to the agreement");
    if (party.isPolice)
      return refused("form", "Without the police there is no agreement. Terminate it instead");
    await updateParties(tx, agreement.id, [agencyId], { leftAt: deps.now });
    await updateAgreement(tx, agreement.id, { changedAt: deps.now });
    await recordAgreementAct(tx, actor, deps.now, agreement.id, { action: "agreement.leave", agencyId });
    return done;
  });
