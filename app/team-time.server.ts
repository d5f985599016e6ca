import { addMonths } from "#app/domain/abstraction/month.ts";
import { publicSentence, type PublicSentence } from "#app/domain/abstraction/public-sentence.ts";
import { quartersOf, type PublishedFigure } from "#app/domain/abstraction/published-series.ts";
import { lastPublishable } from "#app/domain/abstraction/publishing.ts";
import type { ShownFigure } from "#app/domain/abstraction/shown-figure.ts";
import type { Day } from "#app/domain/team/day.ts";
import { publishedOfPlace } from "#db/queries/abstraction-published.ts";
import type { Db } from "#db/types.ts";

export interface TeamTime {
  /** In order of time; none while nothing is published. */
  quarters: PublishedFigure<ShownFigure>[];
  /** About the last of them. */
  sentence: PublicSentence | null;
}

/** What anybody reads of how a neighbourhood's team spent its time, in so many quarters. */
export async function teamTimeOf(
  tx: Db,
  neighbourhoodId: string,
  today: Day,
  mostQuarters: number,
): Promise<TeamTime> {
  const to = lastPublishable("quarter", today);
  const from = addMonths(to, 3 * (1 - mostQuarters));
  const quarters = quartersOf(await publishedOfPlace(tx, neighbourhoodId, { from, to }));
  const latest = quarters.at(-1);
  return {
    quarters,
    sentence: latest === undefined ? null : publicSentence(latest.startsOn, latest.revisions),
  };
}
