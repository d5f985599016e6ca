import type { Day } from "#app/domain/team/day.ts";
import {
  figureInWords,
  missingMonths,
  pointInWords,
  timeInWords,
  type Chart,
  type ChartPoint,
} from "./chart.ts";
import { monthInWords } from "./month.ts";

/** So many missing months are named one by one. */
const mostNamed = 6;

const listFormat = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** What is missing, said as such; null where nothing is. */
export function missingInWords(chart: Pick<Chart, "step" | "points" | "missing">): string | null {
  const missing = missingMonths(chart);
  if (missing.length === 0) return null;
  if (chart.missing !== undefined) return chart.missing;
  if (missing.length > mostNamed)
    return `There are no figures for ${missing.length} of the months shown. They are left out, not counted as nought.`;
  const months = listFormat.format(missing.map(monthInWords));
  return `There are no figures for ${months}. ${missing.length === 1 ? "It is" : "They are"} left out, not counted as nought.`;
}

/** The first of the points whose value is the furthest by a sign. */
const furthest = (points: readonly ChartPoint[], sign: 1 | -1, first: ChartPoint) =>
  points.reduce((best, point) => (sign * point.value > sign * best.value ? point : best), first);

/** The drawing in sentences, for whoever does not see it. */
export function describeChart(chart: Chart): string {
  const { points, unit, step, baseline, target, aim = null, limits, marks, again = [] } = chart;
  const noted = points.filter(({ note }) => note);
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return "There are no figures yet.";
  const time = (on: Day) => timeInWords(step, on);
  const highest = furthest(points, 1, first);
  const lowest = furthest(points, -1, first);
  const sentences = [
    points.length === 1
      ? `One figure (${unit}), for ${time(first.on)}: ${pointInWords(first)}.`
      : `${points.length} figures (${unit}), from ${time(first.on)} to ${time(last.on)}. The first is ${pointInWords(first)}, the last ${pointInWords(last)}. The highest is ${pointInWords(highest)} (${time(highest.on)}), the lowest ${pointInWords(lowest)} (${time(lowest.on)}).`,
    baseline === null ? null : `The baseline is ${figureInWords(baseline)}.`,
    target === null ? null : `The target is ${figureInWords(target)}.`,
    aim === null ? null : `The plan’s aim is ${figureInWords(aim)}.`,
    limits === null
      ? null
      : `Usual here is from ${figureInWords(limits.lower)} to ${figureInWords(limits.upper)}, on average ${figureInWords(limits.mean)}.`,
    missingInWords(chart),
    noted.length === 0
      ? null
      : `To be read with care: ${listFormat.format(noted.map(({ on, note }) => `${time(on)} (${note ?? ""})`))}.`,
    again.length === 0
      ? null
      : `Drawn once more, dashed: ${listFormat.format(again.map(({ words }) => words))}.`,
    marks.length === 0
      ? null
      : `Marked are ${listFormat.format(marks.map(({ on, words }) => `${timeInWords("day", on)} (${words})`))}.`,
  ];
  return sentences.filter((sentence) => sentence !== null).join(" ");
}
