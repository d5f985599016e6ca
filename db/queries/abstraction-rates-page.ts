import { partsOf, type RateArea } from "#app/domain/abstraction/area.ts";
import type { CodeSum } from "#app/domain/abstraction/cause.ts";
import { addMonths, type Month } from "#app/domain/abstraction/month.ts";
import type { RateReader } from "#app/domain/abstraction/rate-reader.ts";
import { firstShown } from "#app/domain/abstraction/rate-series.ts";
import type { AreaMonth } from "#app/domain/abstraction/sums.ts";
import type { Db } from "#db/types.ts";
import { areasIn } from "./abstraction-area.ts";
import { codesOf, hoursOf } from "./abstraction-cause.ts";
import { sumsOf } from "./abstraction-rate.ts";
import { restatedMonths } from "./abstraction-restated.ts";

/** What the dashboard of a part of the force is made of. */
export interface RatesRead {
  /** The months up to the one asked for, both ways where they were worked out twice. */
  sums: AreaMonth[];
  restated: Month[];
  codes: CodeSum[];
  hours: { hour: number; shares: number }[];
  /** Each part of it in the month and in the one before. */
  parts: AreaMonth[];
  /** Those that the reader may know, with figures or without; null where nothing smaller has a rate. */
  known: RateArea[] | null;
}

/** Everything that the dashboard says, in a fixed number of questions. Call it as staff. */
export async function readRates(
  db: Db,
  area: RateArea,
  { month, reader }: { month: Month; reader: RateReader },
): Promise<RatesRead> {
  const from = firstShown(month);
  const by = partsOf(area.kind);
  return {
    sums: await sumsOf(db, { by: area.kind, within: area, from, to: month }),
    restated: await restatedMonths(db, area, { from, to: month }),
    codes: await codesOf(db, { within: area, month }),
    hours: await hoursOf(db, { within: area, month }),
    parts: by === null ? [] : await sumsOf(db, { by, within: area, from: addMonths(month, -1), to: month }),
    known: by === null ? null : await areasIn(db, reader.scope, { by, within: area }),
  };
}
