import { and, between, eq, gt } from "drizzle-orm";
import type { RateArea } from "#app/domain/abstraction/area.ts";
import { addMonths, type Month } from "#app/domain/abstraction/month.ts";
import { abstractionPublished } from "#db/schema/abstraction-published.ts";
import type { Db } from "#db/types.ts";

// Each revision of ten years of months; only a bound.
const mostRows = 1_000;

/** The months of a part of the force whose published figure was restated: each month of a restated quarter. */
export async function restatedMonths(
  db: Db,
  { kind, id }: Pick<RateArea, "kind" | "id">,
  { from, to }: { from: Month; to: Month },
): Promise<Month[]> {
  if (kind === "section" || kind === "team") return [];
  const rows = await db
    .selectDistinct({ period: abstractionPublished.period, startsOn: abstractionPublished.startsOn })
    .from(abstractionPublished)
    .where(
      and(
        eq(abstractionPublished.scope, kind),
        eq(abstractionPublished.scopeKey, id),
        between(abstractionPublished.startsOn, addMonths(from, -2), to),
        gt(abstractionPublished.revision, 1),
      ),
    )
    .limit(mostRows);
  return rows
    .flatMap(({ period, startsOn }) =>
      period === "month" ? [startsOn] : [0, 1, 2].map((months) => addMonths(startsOn, months)),
    )
    .filter((month) => month >= from && month <= to);
}
