import { done, refused, type Change } from "#app/domain/account/change.ts";
import { can, isSeparate, type Actor } from "#app/domain/actor.ts";
import { afterReportAct } from "#app/domain/page-report/decide.ts";
import { paths } from "#app/paths.ts";
import { tellResponsible } from "#app/services/notice/tell-staff.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { lockPageReport, updatePageReport } from "#db/queries/page-report.ts";
import { findPublicItem, setTakenDown } from "#db/queries/public-item.ts";
import { withActor } from "#db/with-actor.ts";
import { notYours, type DecideDeps } from "./decide-report.server.ts";
import { tellReporter } from "./tell-reporter.server.ts";

export type AppealOutcome = { outcome: "uphold" } | { outcome: "change"; reason: string };

/** Decides an appeal, by somebody who did not decide before: the item is put back or taken down where it is changed. */
export const decideAppeal = (
  { db, now, publicUrl }: DecideDeps,
  actor: Actor,
  reference: string,
  wanted: AppealOutcome,
): Promise<Change> =>
  withActor(db, actor, async (tx) => {
    const report = await lockPageReport(tx, reference);
    if (report === null || !can(actor, "page:hear-appeal", { neighbourhoodId: report.neighbourhoodId }))
      return refused("form", notYours);
    if (!isSeparate(actor, [report.decidedBy, report.reportedBy]))
      return refused("form", "An appeal goes to somebody who did not decide before and did not report it");
    const after = afterReportAct(
      report,
      wanted.outcome === "change" ? { act: "change", reason: wanted.reason } : { act: "uphold" },
    );
    if (!after.ok) return refused("reason", after.message);
    const item = await findPublicItem(tx, report.kind, { id: report.subjectId });
    if (item !== null && after.item !== null)
      await setTakenDown(tx, item, after.item === "take-down" ? (item.takenDownAt ?? now) : null, now);
    await updatePageReport(tx, report.id, {
      state: after.state,
      reasonCode: after.reasonCode,
      appealDecidedBy: actor.accountId,
      appealDecidedAt: now,
    });
    await tellReporter(
      tx,
      { now, publicUrl },
      { ...report, state: after.state, reasonCode: after.reasonCode },
    );
    await tellResponsible(tx, report.neighbourhoodId, {
      at: now,
      kind: "new",
      line: `${reference}: the appeal is decided.`,
      path: paths.staff.pageReport(reference),
    });
    await recordAudit(tx, actor, now, {
      action: "page.decide-appeal",
      subjectKind: "page-report",
      subjectId: report.id,
      neighbourhoodId: report.neighbourhoodId,
      reason: after.reasonCode,
      details: { outcome: after.state, item: report.subjectId, isLate: now > report.dueAt },
    });
    return done;
  });
