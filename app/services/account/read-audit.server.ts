import type { AuditFilter, AuditLine } from "#app/domain/account/audit-filter.ts";
import type { Actor } from "#app/domain/actor.ts";
import { recordAudit } from "#db/queries/audit.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { auditLines } from "./audit-lines.server.ts";
import { mustBeAllowed } from "./must-be-allowed.ts";

const linesOnAPage = 50;

/** One page of the record; `nextBelow` is where the next begins, null on the last. */
export interface AuditPage {
  lines: AuditLine[];
  nextBelow: number | null;
}

/** Reads a page of the audit record within the actor's scope. To read it is recorded too, before it is shown. */
export const readAudit = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  filter: AuditFilter,
  belowNumber: number | null,
): Promise<AuditPage> =>
  withActor(db, actor, async (tx) => {
    mustBeAllowed(actor, "audit:read");
    const lines = await auditLines(tx, actor, filter, { belowNumber, limit: linesOnAPage + 1 });
    const shown = lines.slice(0, linesOnAPage);
    await recordAudit(tx, actor, now, {
      action: "audit.read",
      subjectKind: "audit",
      subjectId: null,
      details: { ...filter, belowNumber },
    });
    return {
      lines: shown,
      nextBelow: lines.length > linesOnAPage ? (shown.at(-1)?.number ?? null) : null,
    };
  });
