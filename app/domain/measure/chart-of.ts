import { figureInWords, timeInWords, type Chart, type ChartMark } from "./chart.ts";
import { controlLimits, signalInWords } from "./control-chart.ts";
import { marginOf } from "./measure.ts";
import { sameSeason, seasonInWords } from "./season.ts";
import { baselineOf, stepOf, type MeasuredSeries } from "./series.ts";
import { shareChangeInWords } from "./share-change.ts";

const marginsOf = ({ kind, points }: MeasuredSeries) =>
  points.map(({ value, asked }) => (kind === "survey" && asked !== null ? marginOf(value, asked) : null));

/** The day that divides what was usual from what came after: the end of the baseline, or else the first response. */
export const sinceOf = (
  { baselineUntil }: Pick<MeasuredSeries, "baselineUntil">,
  marks: readonly ChartMark[],
) => baselineUntil ?? marks.map(({ on }) => on).sort()[0] ?? null;

/** Where it stands: the latest figure, the start and the target. Null where there are no figures. */
function standingInWords(series: MeasuredSeries): string | null {
  const { kind, points, aim, target } = series;
  const last = points.at(-1);
  if (last === undefined) return null;
  const baseline = baselineOf(series);
  const margin = marginsOf(series).at(-1) ?? null;
  const per = kind === "survey" ? " per cent" : "";
  const asked =
    kind === "survey" && last.asked !== null ? ` of ${figureInWords(last.asked)} people asked` : "";
  const giveOrTake = margin === null ? "" : `, give or take ${figureInWords(margin)} points`;
  const isReached = target !== null && (aim === "down" ? last.value <= target : last.value >= target);
  return [
    `The latest figure, for ${timeInWords(stepOf(series), last.on)}, is ${figureInWords(last.value)}${per}${asked}${giveOrTake}.`,
    baseline === null ? null : `It was ${figureInWords(baseline)}${per} at the start.`,
    target === null
      ? null
      : `The target of ${figureInWords(target)}${per} or ${aim === "down" ? "less" : "more"} is ${isReached ? "reached" : "not reached yet"}.`,
  ]
    .filter((sentence) => sentence !== null)
    .join(" ");
}

/** Which months are not held against the others, and why; null where there are none. */
const leftOutInWords = ({ monthsOfOtherShape = 0 }: MeasuredSeries): string | null =>
  monthsOfOtherShape === 0
    ? null
    : `${monthsOfOtherShape === 1 ? "1 month is" : `${monthsOfOtherShape} months are`} left out: the boundaries here were different when ${monthsOfOtherShape === 1 ? "it was" : "they were"} counted.`;

/** Whether a series changed or only goes up and down as it always did. */
const changeInWords = (series: MeasuredSeries, since: string | null): string =>
  series.kind === "survey"
    ? shareChangeInWords(series.points, series.aim)
    : signalInWords(series.points, controlLimits(series.points, since), since, series.aim);

/**
 * A measure as it is drawn, with what its figures say in words. `marks` are the responses that have begun, each with
 * the words that the reader may see; with `hasLimits` what is usual is drawn too.
 */
export function chartOf(
  series: MeasuredSeries,
  marks: readonly ChartMark[],
  { hasLimits }: { hasLimits: boolean },
): Chart {
  const { kind, title, unit, source, target, points } = series;
  const since = sinceOf(series, marks);
  const margins = marginsOf(series);
  const step = stepOf(series);
  const season = step === "month" ? sameSeason(points) : null;
  return {
    title,
    unit,
    step,
    points: points.map(({ on, value }, at) => ({ on, value, margin: margins[at] ?? null })),
    top: kind === "survey" ? 100 : null,
    baseline: baselineOf(series),
    target,
    marks,
    limits: hasLimits && kind !== "survey" ? controlLimits(points, since) : null,
    words: [
      standingInWords(series),
      points.length === 0 ? null : changeInWords(series, since),
      season === null ? null : seasonInWords(season),
      leftOutInWords(series),
      `Source: ${source}.`,
    ].filter((sentence) => sentence !== null),
  };
}
