import { refused, type Change, type Refused } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import type { AuditAction } from "#app/domain/audit/actions.ts";
import type { AuditDetails } from "#app/domain/audit/audit.ts";
import { impactReaderOf, mayWriteImpact } from "#app/domain/impact/reading.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findImpact, lockImpact, type HeldImpact } from "#db/queries/impact.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

export interface ImpactDeps {
  db: Db;
  now: Date;
}

/** Which assessment; and as which version it was read, where it matters that nobody changed it since. */
export interface ReadImpact {
  reference: string;
  version: number | null;
}

const overtaken = refused(
  "form",
  "Somebody else has changed this assessment since you opened it. Read it again, then save yours. What you wrote is still in the form",
);

/**
 * Makes one change of an open assessment in one transaction, with the assessment locked; null where the actor does not
 * read it or may not write it. What `change` gives back is recorded with it; null where all was as wanted already.
 */
export const changeHeldImpact = (
  { db, now }: ImpactDeps,
  actor: Actor,
  { reference, version }: ReadImpact,
  action: AuditAction,
  change: (tx: Db, held: HeldImpact) => Promise<Refused | AuditDetails | null>,
): Promise<Change | null> =>
  withActor(db, actor, async (tx): Promise<Change | null> => {
    const reader = impactReaderOf(actor);
    const found = reader === null ? null : await findImpact(tx, reader, reference);
    if (found === null || !mayWriteImpact(actor, found.neighbourhoodIds)) return null;
    const assessment = await lockImpact(tx, found.assessment.id);
    if (assessment === null) return null;
    if (assessment.closedAt !== null) return refused("form", "This assessment is closed");
    if (version !== null && version !== assessment.version) return overtaken;
    const changed = await change(tx, { ...found, assessment });
    if (changed === null) return { ok: true };
    if (isRefused(changed)) return changed;
    await recordAudit(tx, actor, now, {
      action,
      subjectKind: "impact",
      subjectId: assessment.id,
      neighbourhoodId: found.neighbourhoodIds[0] ?? null,
      details: changed,
    });
    return { ok: true };
  });

const isRefused = (changed: Refused | AuditDetails): changed is Refused => "errors" in changed;
