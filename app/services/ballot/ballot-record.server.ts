import { platform } from "#app/domain/actor.ts";
import type { AuditAction } from "#app/domain/audit/actions.ts";
import { recordAudit } from "#db/queries/audit.ts";
import type { Db } from "#db/types.ts";

/**
 * Records that a ballot of a cycle was cast, changed or withdrawn, and by nobody: the record is kept for years and
 * says when, so a name or a request in it would tell whose ballot is whose.
 */
export const recordBallot = (
  tx: Db,
  now: Date,
  action: Extract<AuditAction, "ballot.cast" | "ballot.change" | "ballot.withdraw">,
  cycle: { id: string; neighbourhoodId: string },
): Promise<void> =>
  recordAudit(tx, platform(), now, {
    action,
    subjectKind: "cycle",
    subjectId: cycle.id,
    neighbourhoodId: cycle.neighbourhoodId,
  });
