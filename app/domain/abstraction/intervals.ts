import type { Span } from "./month.ts";

/** A stretch of whole minutes since 1970 in UTC, its end not included. */
export interface Interval {
  from: number;
  to: number;
}

const minuteMs = 60_000;

export const intervalOf = ({ from, to }: Span): Interval => ({
  from: Math.floor(from.getTime() / minuteMs),
  to: Math.floor(to.getTime() / minuteMs),
});

export const spanOf = ({ from, to }: Interval): Span => ({
  from: new Date(from * minuteMs),
  to: new Date(to * minuteMs),
});

/** What any of them covers, in order, without a minute twice. */
export function union(intervals: readonly Interval[]): Interval[] {
  const covered: Interval[] = [];
  for (const { from, to } of intervals.filter((one) => one.to > one.from).sort((a, b) => a.from - b.from)) {
    const last = covered.at(-1);
    if (last === undefined || last.to < from) covered.push({ from, to });
    else last.to = Math.max(last.to, to);
  }
  return covered;
}

/** What both cover. */
export const intersection = (some: readonly Interval[], others: readonly Interval[]): Interval[] =>
  union(
    union(some).flatMap((one) =>
      union(others).map((other) => ({
        from: Math.max(one.from, other.from),
        to: Math.min(one.to, other.to),
      })),
    ),
  );

/** What the first cover and the others do not. */
export const subtraction = (some: readonly Interval[], others: readonly Interval[]): Interval[] =>
  union(others).reduce<Interval[]>(
    (left, taken) =>
      left.flatMap((one) =>
        [
          { from: one.from, to: Math.min(one.to, taken.from) },
          { from: Math.max(one.from, taken.to), to: one.to },
        ].filter(({ from, to }) => to > from),
      ),
    union(some),
  );

/** How many minutes they cover. */
export const minutesIn = (intervals: readonly Interval[]): number =>
  union(intervals).reduce((sum, { from, to }) => sum + to - from, 0);
