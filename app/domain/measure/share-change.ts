import { marginOf, type MeasureAim, type MeasurePoint } from "./measure.ts";

/** What surveys say, in words for everybody: whether the last share differs from the first by more than chance. */
export function shareChangeInWords(points: readonly MeasurePoint[], aim: MeasureAim): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 2)
    return "There is nothing yet to compare with.";
  const margins = [first, last].map(({ value, asked }) => (asked === null ? null : marginOf(value, asked)));
  const [before, after] = margins;
  if (before === null || before === undefined || after === null || after === undefined)
    return "Too few people were asked to tell a change from chance.";
  const change = last.value - first.value;
  // The width of a difference: the root of the sum of both squares.
  if (Math.abs(change) <= Math.hypot(before, after))
    return "The difference between the first share and the last is no more than chance can make: this is no sign of a change yet.";
  const way = change > 0 === (aim === "up") ? "for the better" : "for the worse";
  return `The difference between the first share and the last is more than chance. It is a change ${way}.`;
}
