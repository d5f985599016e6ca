import { platform, type Actor } from "#app/domain/actor.ts";
import { refused, type Refused } from "#app/domain/account/change.ts";
import { allowanceKey, limits } from "#app/domain/limits.ts";
import { reportDue } from "#app/domain/page-report/decide.ts";
import { reportableWords, type PageProblem } from "#app/domain/page-report/page-report.ts";
import { momentInWords } from "#app/domain/account/day-words.ts";
import { paths } from "#app/paths.ts";
import { tellResponsible } from "#app/services/notice/tell-staff.server.ts";
import { giveReference } from "#app/services/reference/give-reference.server.ts";
import { takeAllowance } from "#db/queries/allowance.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { insertPageReport } from "#db/queries/page-report.ts";
import { findPublicItem, type PublicItem } from "#db/queries/public-item.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { figuresIn } from "./figures.server.ts";
import { pagePath } from "./page-path.ts";

export interface ProblemToReport {
  item: Pick<PublicItem, "kind" | "id">;
  problem: PageProblem;
  words: string;
}

export type PageReported =
  | { ok: true; reference: string }
  | { ok: false; retryAfterSeconds: number }
  | (Refused & { retryAfterSeconds: null });

const mostWords = 2_000;

/**
 * Somebody tells staff of a problem with a public item: no account is needed. Who is signed in hears the answer.
 */
export const reportPage = (
  { db, now, clientKey }: { db: Db; now: Date; clientKey: string },
  actor: Actor,
  { item: { kind, id }, problem, words }: ProblemToReport,
): Promise<PageReported> =>
  withActor(db, platform(actor.requestId), async (tx) => {
    const key = allowanceKey("pageReportsPerClient", clientKey);
    const allowed = await takeAllowance(tx, key, limits.pageReportsPerClient, now);
    if (!allowed.isAllowed) return { ok: false, retryAfterSeconds: allowed.retryAfterSeconds };
    const item = await findPublicItem(tx, kind, { id });
    if (item === null || item.takenDownAt !== null)
      return { ...refused("form", "This was taken down already"), retryAfterSeconds: null };
    const dueAt = reportDue(now, await figuresIn(tx));
    const { neighbourhoodId } = item;
    const { reference, stored } = await giveReference("report", (reference) =>
      insertPageReport(tx, {
        reference,
        neighbourhoodId,
        kind,
        subjectId: id,
        path: pagePath(item),
        state: "received",
        problem,
        words: words.trim().slice(0, mostWords),
        reportedBy: actor.accountId,
        reportedAt: now,
        dueAt,
      }),
    );
    await tellResponsible(tx, neighbourhoodId, {
      at: now,
      kind: "new",
      line: `${reference}: somebody reported a problem with a ${reportableWords[kind]}. Decide by ${momentInWords(dueAt)}.`,
      path: paths.staff.pageReport(reference),
    });
    await recordAudit(tx, actor, now, {
      action: "page.report",
      subjectKind: "page-report",
      subjectId: stored,
      neighbourhoodId,
      reason: problem,
      details: { kind, item: id },
    });
    return { ok: true, reference };
  });
