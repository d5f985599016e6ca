import { wholeForce, type RateArea } from "#app/domain/abstraction/area.ts";
import type { CodeSum } from "#app/domain/abstraction/cause.ts";
import { addMonths, type Month } from "#app/domain/abstraction/month.ts";
import type { RateReader } from "#app/domain/abstraction/rate-reader.ts";
import { firstShown } from "#app/domain/abstraction/rate-series.ts";
import type { AreaMonth } from "#app/domain/abstraction/sums.ts";
import type { Db } from "#db/types.ts";
import { areasIn } from "./abstraction-area.ts";
import { codesOf } from "./abstraction-cause.ts";
import { sumsOf } from "./abstraction-rate.ts";
import {
  definitionOf,
  improvementsIn,
  type ReportedDefinition,
  type ReportedImprovement,
} from "./abstraction-report.ts";
import { restatedMonths } from "./abstraction-restated.ts";

/** Parts of one kind, in the month and the one before. */
export interface ReportedParts {
  rows: AreaMonth[];
  known: RateArea[];
}

/** What a month's report to the board is made of. */
export interface ReportRead {
  sums: AreaMonth[];
  restated: Month[];
  codes: CodeSum[];
  bcus: ReportedParts;
  sections: ReportedParts;
  /** Of the reader's area. */
  teams: ReportedParts;
  improvements: ReportedImprovement[];
  definition: ReportedDefinition | null;
}

/** Everything that the report says, in a fixed number of questions. Call it as staff. */
export async function readReport(
  db: Db,
  { month, reader }: { month: Month; reader: RateReader },
): Promise<ReportRead> {
  const from = firstShown(month);
  const within = wholeForce;
  const parts = async (by: "bcu" | "section" | "team"): Promise<ReportedParts> => ({
    rows: await sumsOf(db, { by, within, from: addMonths(month, -1), to: month }),
    known: await areasIn(db, reader.scope, { by, within }),
  });
  return {
    sums: await sumsOf(db, { by: "force", from, to: month }),
    restated: await restatedMonths(db, within, { from, to: month }),
    codes: await codesOf(db, { within, month }),
    bcus: await parts("bcu"),
    sections: await parts("section"),
    teams: await parts("team"),
    improvements: await improvementsIn(db, reader.scope, month),
    definition: await definitionOf(db, month),
  };
}
