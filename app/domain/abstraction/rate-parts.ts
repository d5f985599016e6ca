import type { RateArea } from "./area.ts";
import { addMonths, type Month } from "./month.ts";
import { changeInWords, figureOf, type RateFigure } from "./rate-figure.ts";
import { bandedOf, type RateReader } from "./rate-reader.ts";
import type { AreaMonth } from "./sums.ts";

/** One part of the force in a month; null where nothing of it is recorded. */
export interface PartLine {
  area: RateArea;
  figure: RateFigure | null;
  /** Since the month before: "up 1.2 points". */
  change: string | null;
}

export interface Parts {
  /** The highest rate first; then what has none, by name. */
  lines: PartLine[];
  /** How many with figures are outside the reader's area: the total counts them. */
  others: number;
}

const inForce = (rows: readonly AreaMonth[], month: Month) =>
  new Map(rows.filter((row) => row.isInForce && row.month === month).map((row) => [row.area.id, row]));

/** A line for each of the parts that a reader knows. */
export function partsFor(
  rows: readonly AreaMonth[],
  known: readonly RateArea[],
  { month, reader }: { month: Month; reader: Pick<RateReader, "isBanded"> },
): Parts {
  const now = inForce(rows, month);
  const before = inForce(rows, addMonths(month, -1));
  const banded = new Set([...bandedOf([...now.values()], reader), ...bandedOf([...before.values()], reader)]);
  const figureIn = (found: Map<string, AreaMonth>, { id }: RateArea) => {
    const row = found.get(id);
    return row === undefined ? null : figureOf(row, reader, banded.has(row));
  };
  const lines = known.map((area) => {
    const figure = figureIn(now, area);
    return {
      area,
      figure,
      change: changeInWords(figure?.rate ?? null, figureIn(before, area)?.rate ?? null),
    };
  });
  const ids = new Set(known.map(({ id }) => id));
  return {
    lines: lines.sort(byRate),
    others: [...now.keys()].filter((id) => !ids.has(id)).length,
  };
}

const byRate = (one: PartLine, other: PartLine) =>
  (other.figure?.percentA ?? -1) - (one.figure?.percentA ?? -1) ||
  one.area.name.localeCompare(other.area.name, "en-GB");
