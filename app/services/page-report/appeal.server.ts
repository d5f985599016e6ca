import { done, refused, type Change } from "#app/domain/account/change.ts";
import { can, platform, type Actor } from "#app/domain/actor.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { afterReportAct, appealDue } from "#app/domain/page-report/decide.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { tellRole } from "#app/services/notice/tell-staff.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { lockPageReport, updatePageReport } from "#db/queries/page-report.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { figuresIn } from "./figures.server.ts";

/** Just before, because a deadline is the midnight after its last day. */
const lastDayBefore = (due: Date) => londonDay(new Date(due.getTime() - 1));

/**
 * Asks for somebody else to look at a decision: whoever reported the problem, or staff for somebody who asks them.
 */
export const appeal = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  reference: string,
): Promise<Change> =>
  withActor(db, platform(actor.requestId), async (tx) => {
    const report = await lockPageReport(tx, reference);
    const isOwn = report !== null && actor.accountId !== null && report.reportedBy === actor.accountId;
    if (
      report === null ||
      !(isOwn || can(actor, "page:take-down", { neighbourhoodId: report.neighbourhoodId }))
    )
      return refused("form", "This report is not yours");
    const after = afterReportAct(report, { act: "appeal" });
    if (!after.ok) return refused("form", after.message);
    const dueAt = appealDue(now, await figuresIn(tx));
    await updatePageReport(tx, report.id, { state: after.state, appealedAt: now, dueAt });
    await tellRole(tx, "commander", report.neighbourhoodId, {
      at: now,
      kind: "escalated",
      line: `${reference}: an appeal about a page. Decide by ${dayInWords(lastDayBefore(dueAt))}.`,
      path: paths.staff.pageReport(reference),
    });
    await recordAudit(tx, actor, now, {
      action: "page.appeal",
      subjectKind: "page-report",
      subjectId: report.id,
      neighbourhoodId: report.neighbourhoodId,
      details: { isForSomebody: !isOwn },
    });
    return done;
  });
