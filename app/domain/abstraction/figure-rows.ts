import type { Code } from "./codes.ts";

interface OfNeighbourhood {
  neighbourhoodId: string;
  /** Special constables are reported apart. */
  isSpecial: boolean;
}

/** Times in shares, `duties` and `confirmed` in hundred-thousandths of a duty. */
export interface Times {
  established: number;
  duty: number;
  unavailable: number;
  abstractedA: number;
  abstractedB: number;
  exempt: number;
  unauthorised: number;
  lent: number;
  duties: number;
  confirmed: number;
}

/** A neighbourhood's month, as `abstraction_months` has it. */
export interface MonthFigure extends OfNeighbourhood, Times {
  /**
   * In hundred-thousandths: what each post with duty in the month has here. A vacant post hides nobody, and a fifth of a
   * sergeant little.
   */
  posts: number;
}

/** As `abstraction_month_codes` has it. */
export interface CodeFigure extends OfNeighbourhood {
  code: Code;
  /** The id of the response team that was covered; empty for all but response cover. */
  responseTeam: string;
  minutes: number;
  entries: number;
}

/** As `abstraction_month_hours` has it. */
export interface HourFigure extends OfNeighbourhood {
  hour: number;
  minutes: number;
}

const timesOf = (change: (name: keyof Times) => number): Times => ({
  established: change("established"),
  duty: change("duty"),
  unavailable: change("unavailable"),
  abstractedA: change("abstractedA"),
  abstractedB: change("abstractedB"),
  exempt: change("exempt"),
  unauthorised: change("unauthorised"),
  lent: change("lent"),
  duties: change("duties"),
  confirmed: change("confirmed"),
});

export const timesTaken = (times: Times, share: number): Times => timesOf((name) => times[name] * share);

const pooled = <Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  sum: (one: Row, other: Row) => Row,
) => {
  const byKey = new Map<string, Row>();
  for (const row of rows) {
    const before = byKey.get(keyOf(row));
    byKey.set(keyOf(row), before === undefined ? row : sum(before, row));
  }
  return [...byKey.values()];
};

const keyOf = (row: OfNeighbourhood, ...more: (string | number)[]) =>
  [row.neighbourhoodId, row.isSpecial, ...more].join(" ");

/** One row of each neighbourhood, of what each post has in it. */
export const poolMonths = (rows: readonly MonthFigure[]): MonthFigure[] =>
  pooled(
    rows,
    (row) => keyOf(row),
    (one, other) => ({
      ...one,
      ...timesOf((name) => one[name] + other[name]),
      posts: one.posts + other.posts,
    }),
  );

export const poolCodes = (rows: readonly CodeFigure[]): CodeFigure[] =>
  pooled(
    rows,
    (row) => keyOf(row, row.code, row.responseTeam),
    (one, other) => ({
      ...one,
      minutes: one.minutes + other.minutes,
      entries: one.entries + other.entries,
    }),
  );

export const poolHours = (rows: readonly HourFigure[]): HourFigure[] =>
  pooled(
    rows,
    (row) => keyOf(row, row.hour),
    (one, other) => ({ ...one, minutes: one.minutes + other.minutes }),
  );
