import { refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import type { AuditAction } from "#app/domain/audit/actions.ts";
import type { AuditDetails } from "#app/domain/audit/audit.ts";
import { mustBeAllowed } from "#app/services/account/must-be-allowed.ts";
import { lockAgreement, partiesOf, type Agreement, type Party } from "#db/queries/agreement.ts";
import { recordAudit } from "#db/queries/audit.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

export interface AgreementDeps {
  db: Db;
  now: Date;
}

/** Which agreement, as which version it was read. */
export interface ReadAgreement {
  reference: string;
  version: number;
}

export interface HeldAgreement {
  agreement: Agreement;
  parties: readonly Party[];
}

const overtaken = refused(
  "form",
  "Somebody else has changed this agreement since you opened it. Read it again, then decide. What you wrote is still in the form",
);

/** Holds an agreement, locked, for a keeper, in one transaction; null where there is none. */
export const holdAgreement = (
  { db }: AgreementDeps,
  actor: Actor,
  { reference, version }: ReadAgreement,
  change: (tx: Db, held: HeldAgreement) => Promise<Change>,
): Promise<Change | null> =>
  withActor(db, actor, async (tx): Promise<Change | null> => {
    mustBeAllowed(actor, "agreement:keep");
    const agreement = await lockAgreement(tx, reference);
    if (agreement === null) return null;
    if (agreement.version !== version) return overtaken;
    return change(tx, { agreement, parties: await partiesOf(tx, agreement.id) });
  });

/** Records what was done with an agreement, or with one agency's part in it. */
export const recordAgreementAct = (
  tx: Db,
  actor: Actor,
  at: Date,
  agreementId: string,
  {
    action,
    agencyId = null,
    details = {},
  }: { action: AuditAction; agencyId?: string | null; details?: AuditDetails },
): Promise<void> =>
  recordAudit(tx, actor, at, { action, subjectKind: "agreement", subjectId: agreementId, agencyId, details });
