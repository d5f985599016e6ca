import type { AuditFilter } from "#app/domain/account/audit-filter.ts";
import type { Actor } from "#app/domain/actor.ts";
import { allowanceKey, limits } from "#app/domain/limits.ts";
import { takeAllowance } from "#db/queries/allowance.ts";
import { recordAudit } from "#db/queries/audit.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { auditCsv } from "./audit-csv.ts";
import { auditLines } from "./audit-lines.server.ts";
import { mustBeAllowed } from "./must-be-allowed.ts";

/** More than one spreadsheet of evidence needs, few enough for one answer. */
export const mostExportedRows = 10_000;

export type AuditExport = { ok: true; csv: string } | { ok: false; retryAfterSeconds: number };

/** The record that a filter asks for, within the actor's scope, as CSV; recorded, and limited per person. */
export const exportAudit = (
  { db, now, mostRows = mostExportedRows }: { db: Db; now: Date; mostRows?: number },
  actor: Actor,
  filter: AuditFilter,
): Promise<AuditExport> =>
  withActor(db, actor, async (tx) => {
    mustBeAllowed(actor, "audit:read");
    const key = allowanceKey("exportsPerAccount", actor.accountId ?? "");
    const { isAllowed, retryAfterSeconds } = await takeAllowance(tx, key, limits.exportsPerAccount, now);
    if (!isAllowed) return { ok: false, retryAfterSeconds };
    const lines = await auditLines(tx, actor, filter, { belowNumber: null, limit: mostRows + 1 });
    const rows = lines.slice(0, mostRows);
    await recordAudit(tx, actor, now, {
      action: "audit.export",
      subjectKind: "audit",
      subjectId: null,
      details: { ...filter, rows: rows.length },
    });
    return { ok: true, csv: auditCsv(rows, lines.length > mostRows) };
  });
