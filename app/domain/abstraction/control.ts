import type { Day } from "#app/domain/team/day.ts";
import {
  controlLimits,
  signalsOf,
  type ControlLimits,
  type Signal,
} from "#app/domain/measure/control-chart.ts";
import { monthInWords } from "#app/domain/measure/month.ts";

/** A month's rate in per cent, unrounded. */
export interface ControlPoint {
  on: Day;
  value: number;
}

export interface Control {
  /** Null where there are too few months to tell. */
  limits: ControlLimits | null;
  /** In order of time. */
  signals: Signal[];
  words: string;
}

/** What is usual is taken from the first year shown, so that a drift after it does not hide itself. */
const baselineMonths = 12;
const fewestMonths = 8;

const format = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const percent = (value: number) => `${format.format(value)}%`;
const way = { up: "above", down: "below" } as const;
const turn = { up: "upwards", down: "downwards" } as const;

/** One signal as an inspector reads it. */
function signalInWords({ kind, direction, on }: Signal): string {
  switch (kind) {
    case "outside":
      return `${monthInWords(on)} was ${way[direction]} what is usual`;
    case "shift":
      return `the seven months to ${monthInWords(on)} were all ${way[direction]} the average`;
    case "trend":
      return `the six months to ${monthInWords(on)} went ${turn[direction]} without a stop`;
  }
}

const listFormat = new Intl.ListFormat("en-GB", { type: "conjunction" });

/**
 * Whether the rate of a part of the force drifts or only goes up and down as it does (an XmR chart): judged against
 * its own first year, or, while there is no more than a year, against all of it.
 */
export function controlOf(points: readonly ControlPoint[]): Control {
  const series = points.map(({ on, value }) => ({ on, value, asked: null }));
  const after = series.length > baselineMonths ? (series[baselineMonths]?.on ?? null) : null;
  const limits = controlLimits(series, after);
  if (limits === null) {
    return {
      limits,
      signals: [],
      words: `There are too few months to tell a drift from chance: ${series.length} of at least ${fewestMonths}.`,
    };
  }
  // A run may begin in the first year: it is a signal in the month that completes it.
  const signals = signalsOf(series, limits).filter(({ on }) => after === null || on >= after);
  const usual = `Usual here is from ${percent(limits.lower)} to ${percent(limits.upper)}, on average ${percent(limits.mean)}.`;
  return {
    limits,
    signals,
    words:
      signals.length === 0
        ? `${usual} The rate goes up and down within that: no month is a sign of a change.`
        : `${usual} This is more than chance: ${listFormat.format(signals.map(signalInWords))}.`,
  };
}
