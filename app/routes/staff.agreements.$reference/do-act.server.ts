import type { Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import type { AgreementDeps } from "#app/services/agreement/hold-agreement.server.ts";
import { leaveAgreement } from "#app/services/agreement/leave-agreement.server.ts";
import { signAgreement } from "#app/services/agreement/sign-agreement.server.ts";
import { signParty } from "#app/services/agreement/sign-party.server.ts";
import { terminateAgreement } from "#app/services/agreement/terminate-agreement.server.ts";
import type { AgreementAct } from "./acts.ts";

/** Does what one of the page's forms asks for; null where there is no such agreement. */
export function doAct(
  deps: AgreementDeps,
  actor: Actor,
  reference: string,
  act: AgreementAct,
): Promise<Change | null> {
  const read = { reference, version: act.version };
  switch (act.intent) {
    case "sign-party":
      return signParty(deps, actor, read, {
        agencyId: act.agency,
        signatory: act.signatory,
        position: act.position,
        signedOn: act.signedOn,
      });
    case "sign":
      return signAgreement(deps, actor, read, { startsOn: act.startsOn, reviewBy: act.reviewBy });
    case "leave":
      return leaveAgreement(deps, actor, read, act.agency);
    case "terminate":
      return terminateAgreement(deps, actor, read, act.reason);
  }
}
