import { addMonths, type Month } from "#app/domain/abstraction/month.ts";
import type { RateBand } from "#app/domain/abstraction/rate.ts";
import { promised } from "#app/domain/abstraction/spent-words.ts";

/** A quarter as it is drawn: of every 100 duty hours, how many went to the neighbourhood. */
export interface DrawnQuarter {
  startsOn: Month;
  /** In tenths of an hour of 100; null in a band and without duty. */
  spentTenths: number | null;
  band: RateBand | null;
  /** Below the promise, however near to it. */
  isBelow: boolean;
  /** What stands at it: "91", "<90", "85–90". */
  label: string;
}

/** Across in hundredths of the drawing, down in pixels. */
export interface QuartersDrawing {
  height: number;
  top: number;
  bottom: number;
  yTicks: { y: number; words: string }[];
  promiseY: number;
  columns: {
    startsOn: Month;
    x: number;
    width: number;
    month: string;
    year: string | null;
    label: string;
    labelY: number;
    /** Where the figure lies; null where there is none. */
    from: number | null;
    to: number | null;
    isBand: boolean;
  }[];
}

export const plotLeft = 11;
export const plotRight = 99;
const plotHeight = 200;
const top = 30;
const footHeight = 46;
// As thick as a single figure is drawn.
const halfMark = 3;
const labelHeight = 16;
// The lowest figure has room for its label beneath it.
const highestLow = 85;
const roomBelow = 4;

const bandEdges: Readonly<Record<RateBand, readonly [number, number]>> = {
  "5% or less": [95, 100],
  "over 5% to 10%": [90, 95],
  "over 10% to 15%": [85, 90],
  "over 15%": [0, 85],
};

const monthFormat = new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" });
const round = (value: number) => Math.round(value * 100) / 100;

/** Lays out the quarters from the first to the last; one without a figure is a gap. There is at least one. */
export function drawQuarters(quarters: readonly DrawnQuarter[]): QuartersDrawing {
  const known = new Map(quarters.map((quarter) => [quarter.startsOn, quarter]));
  const steps = stepsOf([...known.keys()].sort());
  const lowest = Math.min(
    highestLow,
    ...quarters.flatMap(({ spentTenths }) => (spentTenths === null ? [] : [spentTenths / 10])),
  );
  const floor = Math.max(0, Math.floor((lowest - roomBelow) / 10) * 10);
  const bottom = top + plotHeight;
  const yOf = (value: number) =>
    round(bottom - (plotHeight * (Math.max(floor, value) - floor)) / (100 - floor));
  const width = (plotRight - plotLeft) / steps.length;
  return {
    height: bottom + footHeight,
    top,
    bottom,
    yTicks: ticksOf(floor).map((value) => ({ y: yOf(value), words: String(value) })),
    promiseY: yOf(promised),
    columns: steps.map((startsOn, at) => {
      const quarter = known.get(startsOn);
      const edges = quarter === undefined ? null : edgesOf(quarter, yOf);
      const [before, after] = [steps[at - 1], steps[at + 1]];
      // On a narrow screen two years do not fit beside each other.
      const isLastOfYear = after !== undefined && yearOf(after) !== yearOf(startsOn);
      return {
        startsOn,
        x: round(plotLeft + width * (at + 0.5)),
        width: round(width * 0.6),
        month: monthFormat.format(new Date(`${startsOn}T00:00:00Z`)),
        year:
          isLastOfYear || (before !== undefined && yearOf(before) === yearOf(startsOn))
            ? null
            : yearOf(startsOn),
        label: edges === null ? "–" : (quarter?.label ?? ""),
        labelY: labelYOf(quarter, edges, bottom),
        from: edges?.from ?? null,
        to: edges?.to ?? null,
        isBand: quarter?.band != null,
      };
    }),
  };
}

const yearOf = (month: Month) => month.slice(0, 4);

function stepsOf(months: readonly Month[]): Month[] {
  const [first = "", last = first] = [months[0], months.at(-1)];
  const steps = [first];
  for (let next = addMonths(first, 3); next <= last; next = addMonths(next, 3)) steps.push(next);
  return steps;
}

/** Above a figure that keeps the promise, below one that breaks it, within a range. */
function labelYOf(quarter: DrawnQuarter | undefined, edges: Edges | null, bottom: number): number {
  if (edges === null) return bottom - 8;
  if (quarter?.band != null) return (edges.from + edges.to) / 2 + 5;
  return quarter?.isBelow === true ? edges.to + labelHeight : edges.from - 8;
}

interface Edges {
  from: number;
  to: number;
}

function edgesOf({ spentTenths, band, isBelow }: DrawnQuarter, yOf: (value: number) => number): Edges | null {
  if (band !== null) {
    const [low, high] = bandEdges[band];
    return { from: yOf(high), to: yOf(low) };
  }
  if (spentTenths === null) return null;
  // One that rounds to the promise still lies under it.
  const y = yOf(isBelow ? Math.min(spentTenths / 10, promised - 0.1) : spentTenths / 10);
  return { from: y - halfMark, to: y + halfMark };
}

const ticksOf = (floor: number) => {
  const step = floor >= 50 ? 10 : 20;
  return Array.from({ length: Math.floor((100 - floor) / step) + 1 }, (_, at) => 100 - at * step);
};
