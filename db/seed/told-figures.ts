import { addMonths, monthOf, type Month } from "#app/domain/abstraction/month.ts";
import { lastPublishable } from "#app/domain/abstraction/publishing.ts";
import { restatementOf } from "#app/domain/abstraction/restatement.ts";
import { londonMidnight } from "#app/domain/account/day-words.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { insertPublished, listDueFigures, lockPublication } from "#db/queries/abstraction-publish.ts";
import type { Db } from "#db/types.ts";

const onePage = 200;
const tenMinutes = 600_000;

/** The moments at which figures were published from one month to an instant: early on the first of each month. */
export function publicationsUntil(first: Month, until: Date): Date[] {
  const moments: Date[] = [];
  for (let month = first; month <= monthOf(until); month = addMonths(month, 1))
    moments.push(new Date(londonMidnight(month).getTime() + tenMinutes));
  return moments.filter((at) => at <= until);
}

/** Publishes what was due at a moment of the past, as the platform does it, without a row of the record for each. */
export async function publishAsOf(db: Db, at: Date, correctedFrom: Month): Promise<number> {
  const today = londonDay(at);
  let published = 0;
  let page = onePage;
  while (page === onePage) {
    page = await db.transaction(async (tx) => {
      await lockPublication(tx);
      const due = await listDueFigures(tx, {
        lastMonth: lastPublishable("month", today),
        lastQuarter: lastPublishable("quarter", today),
        correctedFrom,
        quietSince: londonMidnight(today),
        limit: onePage,
      });
      await insertPublished(
        tx,
        due.map(({ before, ...figure }) => ({
          ...figure,
          scopeKey: figure.scopeId ?? "",
          revision: (before?.revision ?? 0) + 1,
          publishedAt: at,
          restatement:
            before === null ? null : restatementOf(figure.scope, { before, after: figure, on: today }),
        })),
      );
      return due.length;
    });
    published += page;
  }
  return published;
}
