import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { updateAgreement } from "#db/queries/agreement.ts";
import {
  holdAgreement,
  recordAgreementAct,
  type AgreementDeps,
  type ReadAgreement,
} from "./hold-agreement.server.ts";

const mostReason = 1_000;

/** Ends an agreement for all of its parties, for good and from this moment. */
export const terminateAgreement = (
  deps: AgreementDeps,
  actor: Actor,
  read: ReadAgreement,
  reason: string,
): Promise<Change | null> =>
  holdAgreement(deps, actor, read, async (tx, { agreement }) => {
    if (agreement.state !== "signed")
      return refused("form", "Only an agreement that was signed is terminated");
    const written = reason.trim();
    if (written === "") return refused("reason", "Say why it ends");
    if (written.length > mostReason)
      return refused("reason", `Shorten it to ${mostReason} characters or fewer`);
    await updateAgreement(tx, agreement.id, {
      state: "terminated",
      terminatedAt: deps.now,
      terminatedReason: written,
      changedAt: deps.now,
    });
    await recordAgreementAct(tx, actor, deps.now, agreement.id, { action: "agreement.terminate" });
    return done;
  });
