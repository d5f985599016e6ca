import { refused, type Refused } from "#app/domain/account/change.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import { afterReportAct } from "#app/domain/page-report/decide.ts";
import { kindOfReference, reportableWords } from "#app/domain/page-report/page-report.ts";
import { readReference } from "#app/domain/reference/reference.ts";
import { paths } from "#app/paths.ts";
import { tellResponsible } from "#app/services/notice/tell-staff.server.ts";
import { giveReference } from "#app/services/reference/give-reference.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { insertPageReport } from "#db/queries/page-report.ts";
import { findPublicItem, setTakenDown } from "#db/queries/public-item.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { pagePath } from "./page-path.ts";

export type ItemTakenDown = { ok: true; report: string } | Refused;

const notAnItem = "Enter the reference of something public, like C-7K3FQ, P-7K3FQ or M-7K3FQ";

/** Takes down a public item that nobody reported; it gets a report all the same, for the record and an appeal. */
export const takeDownItem = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { typed, reason }: { typed: string; reason: string },
): Promise<ItemTakenDown> =>
  withActor(db, actor, async (tx) => {
    const kind = kindOfReference(typed.trim());
    const reference = kind === null ? null : readReference(kind, typed);
    const item = kind === null || reference === null ? null : await findPublicItem(tx, kind, { reference });
    if (item === null || !can(actor, "page:take-down", item)) return refused("reference", notAnItem);
    if (item.takenDownAt !== null) return refused("reference", "This was taken down already");
    const after = afterReportAct({ state: "received", reasonCode: null }, { act: "take-down", reason });
    if (!after.ok) return refused("reason", after.message);
    const { neighbourhoodId } = item;
    await setTakenDown(tx, item, now, now);
    const given = await giveReference("report", (report) =>
      insertPageReport(tx, {
        reference: report,
        neighbourhoodId,
        kind: item.kind,
        subjectId: item.id,
        path: pagePath(item),
        state: after.state,
        problem: "other",
        reportedAt: now,
        dueAt: now,
        decidedBy: actor.accountId,
        decidedAt: now,
        reasonCode: after.reasonCode,
      }),
    );
    await tellResponsible(tx, neighbourhoodId, {
      at: now,
      kind: "new",
      line: `${item.reference}: this ${reportableWords[item.kind]} was taken down.`,
      path: paths.staff.pageReport(given.reference),
    });
    await recordAudit(tx, actor, now, {
      action: "page.take-down",
      subjectKind: "page-report",
      subjectId: given.stored,
      neighbourhoodId,
      reason,
      details: { kind: item.kind, item: item.id, isUnreported: true },
    });
    return { ok: true, report: given.reference };
  });
