import { measureAims, type MeasureAim, type MeasurePoint } from "./measure.ts";

/**
 * An individuals chart (XmR): the mean of the baseline with limits at 2.66 times its mean moving range, as in
 * "Making data count" (NHS England). With fewer points than `fewestPoints` the limits would be noise themselves.
 */
export interface ControlLimits {
  mean: number;
  lower: number;
  upper: number;
}

const fewestPoints = 8;
const rangeFactor = 2.66;
/** So many in a row on one side of the mean do not happen by chance. */
const shiftLength = 7;
/** So many in a row each above, or each below, the one before. */
const trendLength = 6;

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The limits of the points before `until`, or of all; null where there are too few. Counts are never under nought. */
export function controlLimits(points: readonly MeasurePoint[], until: string | null): ControlLimits | null {
  const base = points.filter(({ on }) => until === null || on < until).map(({ value }) => value);
  if (base.length < fewestPoints) return null;
  const mean = meanOf(base);
  const ranges = base.slice(1).map((value, at) => Math.abs(value - (base[at] ?? value)));
  const width = rangeFactor * meanOf(ranges);
  return { mean, lower: Math.max(0, mean - width), upper: mean + width };
}

export const signalKinds = ["outside", "shift", "trend"] as const;
export type SignalKind = (typeof signalKinds)[number];

export interface Signal {
  kind: SignalKind;
  direction: MeasureAim;
  /** The first day of the last point that belongs to it. */
  on: string;
}

const [down, up] = measureAims;

/** What in a series is more than the ups and downs that it always has, in order of time. */
export function signalsOf(points: readonly MeasurePoint[], { mean, lower, upper }: ControlLimits): Signal[] {
  const signals: Signal[] = [];
  let side = 0;
  let sameSide = 0;
  let heading = 0;
  let sameHeading = 0;
  points.forEach(({ on, value }, at) => {
    if (value > upper) signals.push({ kind: "outside", direction: up, on });
    if (value < lower) signals.push({ kind: "outside", direction: down, on });

    const nowSide = Math.sign(value - mean);
    sameSide = nowSide !== 0 && nowSide === side ? sameSide + 1 : Math.abs(nowSide);
    side = nowSide;
    if (sameSide === shiftLength) signals.push({ kind: "shift", direction: side > 0 ? up : down, on });

    const nowHeading = Math.sign(value - (points[at - 1]?.value ?? value));
    sameHeading = nowHeading !== 0 && nowHeading === heading ? sameHeading + 1 : Math.abs(nowHeading);
    heading = nowHeading;
    // Six points make five steps.
    if (sameHeading === trendLength - 1)
      signals.push({ kind: "trend", direction: heading > 0 ? up : down, on });
  });
  return signals;
}

const kindWords: Readonly<Record<SignalKind, string>> = {
  outside: "a figure outside what is usual here",
  shift: `${shiftLength} figures in a row on one side of the average`,
  trend: `${trendLength} figures in a row that go one way`,
};

/** The figures from a day on that are more than the ups and downs that there always are: a run that began before it is none of theirs. */
export const signalsSince = (
  points: readonly MeasurePoint[],
  limits: ControlLimits,
  since: string | null,
): Signal[] => signalsOf(since === null ? points : points.filter(({ on }) => on >= since), limits);

const directionWords: Readonly<Record<MeasureAim, string>> = { down: "lower", up: "higher" };

/** One signal: "a figure outside what is usual here, lower than before". */
export const oneSignalInWords = ({ kind, direction }: Signal): string =>
  `${kindWords[kind]}, ${directionWords[direction]} than before`;

/** Whether the latest figure is still on the side of the average to which the signal pointed. */
function holdsStill(
  points: readonly MeasurePoint[],
  { mean }: ControlLimits,
  { direction }: Signal,
): boolean {
  const latest = points.at(-1)?.value ?? mean;
  return direction === up ? latest > mean : latest < mean;
}

/** What a series says, in words for everybody: a change, or the ups and downs that it always has. */
export function signalInWords(
  points: readonly MeasurePoint[],
  limits: ControlLimits | null,
  since: string | null,
  aim: MeasureAim,
): string {
  if (limits === null) {
    const before = points.filter(({ on }) => since === null || on < since).length;
    return `There are too few figures${since === null ? "" : " of before"} to tell a change from chance: ${before} of at least ${fewestPoints}.`;
  }
  const after = signalsSince(points, limits, since);
  const last = after.at(-1);
  if (last === undefined)
    return "The figures go up and down as they always did: this is no sign of a change yet.";
  const way = last.direction === aim ? "for the better" : "for the worse";
  const what = kindWords[last.kind];
  return holdsStill(points, limits, last)
    ? `This is more than chance: ${what}. It is a change ${way}.`
    : `There was a change ${way}, more than chance: ${what}. It has not lasted: the latest figure is not ${directionWords[last.direction]} than the average of before.`;
}
