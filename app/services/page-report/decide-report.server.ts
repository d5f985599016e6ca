import { done, refused, type Change } from "#app/domain/account/change.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import type { AuditAction } from "#app/domain/audit/actions.ts";
import { afterReportAct } from "#app/domain/page-report/decide.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { lockPageReport, updatePageReport } from "#db/queries/page-report.ts";
import { findPublicItem, setTakenDown } from "#db/queries/public-item.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { tellReporter } from "./tell-reporter.server.ts";

/** What deciding a report needs. */
export interface DecideDeps {
  db: Db;
  now: Date;
  publicUrl: string;
}

export interface Decision {
  /** Of the report. */
  reference: string;
  /** A reason of the decision's own list. */
  reason: string;
}

export const notYours = "This report is not one of your neighbourhoods";

/** Decides a report that waits: the way that taking down and keeping share. */
export const decideReport = (
  { db, now, publicUrl }: DecideDeps,
  actor: Actor,
  { reference, reason }: Decision,
  { act, action }: { act: "take-down" | "keep"; action: AuditAction },
): Promise<Change> =>
  withActor(db, actor, async (tx) => {
    const report = await lockPageReport(tx, reference);
    if (report === null || !can(actor, "page:take-down", { neighbourhoodId: report.neighbourhoodId }))
      return refused("form", notYours);
    const after = afterReportAct(report, { act, reason });
    if (!after.ok) return refused("reason", after.message);
    const item = await findPublicItem(tx, report.kind, { id: report.subjectId });
    if (act === "keep" && item?.takenDownAt != null)
      return refused(
        "form",
        "This was taken down already, so it cannot be kept. Take it down for this report too",
      );
    if (item?.takenDownAt === null && after.item === "take-down") await setTakenDown(tx, item, now, now);
    await updatePageReport(tx, report.id, {
      state: after.state,
      reasonCode: after.reasonCode,
      decidedBy: actor.accountId,
      decidedAt: now,
    });
    await tellReporter(
      tx,
      { now, publicUrl },
      { ...report, state: after.state, reasonCode: after.reasonCode },
    );
    await recordAudit(tx, actor, now, {
      action,
      subjectKind: "page-report",
      subjectId: report.id,
      neighbourhoodId: report.neighbourhoodId,
      reason,
      details: { kind: report.kind, item: report.subjectId, isLate: now > report.dueAt },
    });
    return done;
  });
