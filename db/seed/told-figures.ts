import type { Month } from "#app/domain/abstraction/month.ts";
import { lastPublishable, publishableOn } from "#app/domain/abstraction/publishing.ts";
import { restatementOf } from "#app/domain/abstraction/restatement.ts";
import { londonMidnight } from "#app/domain/account/day-words.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { listDueFigures, lockPublication } from "#db/queries/abstraction-publish.ts";
import { abstractionPublished } from "#db/schema/abstraction-published.ts";
import type { Db } from "#db/types.ts";
import { insertAll } from "./insert-all.ts";

// Two years of months and quarters of the demonstration, in one go: what is due is looked for once.
const mostFigures = 2_000;
const tenMinutes = 600_000;

/**
 * Publishes what was due by a moment of the past: each figure early on the day from which it may be published, and
 * what was corrected since at that moment. As the platform does it, without a row of the record for each month.
 */
export function publishAsOf(db: Db, at: Date, correctedFrom: Month): Promise<void> {
  const today = londonDay(at);
  return db.transaction(async (tx) => {
    await lockPublication(tx);
    const due = await listDueFigures(tx, {
      lastMonth: lastPublishable("month", today),
      lastQuarter: lastPublishable("quarter", today),
      correctedFrom,
      quietSince: londonMidnight(today),
      limit: mostFigures,
    });
    await insertAll(
      tx,
      abstractionPublished,
      due.map(({ before, ...figure }) => ({
        ...figure,
        scopeKey: figure.scopeId ?? "",
        revision: (before?.revision ?? 0) + 1,
        publishedAt:
          before === null
            ? new Date(londonMidnight(publishableOn(figure.period, figure.startsOn)).getTime() + tenMinutes)
            : at,
        restatement: before === null ? null : restatementOf({ before, after: figure, on: today }),
      })),
    );
  });
}
