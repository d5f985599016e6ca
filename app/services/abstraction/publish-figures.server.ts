import { addMonths, monthOf } from "#app/domain/abstraction/month.ts";
import { lastPublishable } from "#app/domain/abstraction/publishing.ts";
import { restatementOf } from "#app/domain/abstraction/restatement.ts";
import { londonMidnight } from "#app/domain/account/day-words.ts";
import { platform } from "#app/domain/actor.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import {
  insertPublished,
  listDueFigures,
  lockPublication,
  type DueFigure,
} from "#db/queries/abstraction-publish.ts";
import { recordAudit } from "#db/queries/audit.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

const onePage = 500;
// As long as officers' duties and entries are kept: what is older can no longer be worked out from them.
const monthsCorrected = 24;

/**
 * Publishes what is due: each figure once, and anew on another day when what it is made from has changed. Returns how
 * many were published.
 */
export async function publishFigures({
  db,
  now,
  signal,
}: {
  db: Db;
  now: Date;
  signal: AbortSignal;
}): Promise<number> {
  const actor = platform();
  const today = londonDay(now);
  let published = 0;
  let page = onePage;
  while (page === onePage && !signal.aborted) {
    page = await withActor(db, actor, async (tx) => {
      await lockPublication(tx);
      const due = await listDueFigures(tx, {
        lastMonth: lastPublishable("month", today),
        lastQuarter: lastPublishable("quarter", today),
        correctedFrom: addMonths(monthOf(now), -monthsCorrected),
        // One correction after another is one restatement a day.
        quietSince: londonMidnight(today),
        limit: onePage,
      });
      if (due.length === 0) return 0;
      await insertPublished(
        tx,
        due.map((figure) => frozen(figure, now, today)),
      );
      await recordAudit(tx, actor, now, {
        action: "abstraction.publish",
        subjectKind: "abstraction-figures",
        subjectId: null,
        details: {
          months: due.filter(({ period }) => period === "month").length,
          quarters: due.filter(({ period }) => period === "quarter").length,
          restated: due.filter(({ before }) => before !== null).length,
        },
      });
      return due.length;
    });
    published += page;
  }
  return published;
}

const frozen = ({ before, ...figure }: DueFigure, now: Date, today: Day) => ({
  ...figure,
  scopeKey: figure.scopeId ?? "",
  revision: (before?.revision ?? 0) + 1,
  publishedAt: now,
  restatement: before === null ? null : restatementOf({ before, after: figure, on: today }),
});
