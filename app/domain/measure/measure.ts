/** Where a measure's figures come from. */
export const measureKinds = ["incidents", "count", "survey"] as const;
export type MeasureKind = (typeof measureKinds)[number];

export const measureKindWords: Readonly<Record<MeasureKind, string>> = {
  incidents: "Recorded incidents by month",
  count: "A count that is typed in",
  survey: "A share of people asked",
};

/** Which way is better. */
export const measureAims = ["down", "up"] as const;
export type MeasureAim = (typeof measureAims)[number];

/** One figure of a series. */
export interface MeasurePoint {
  /** The first day of the time it is of. */
  on: string;
  value: number;
  /** Of a survey: how many were asked. */
  asked: number | null;
}

/**
 * Half the width of a 95 % interval around a share, in percentage points (normal approximation); null where fewer
 * than ten said either answer, for which it does not hold.
 */
export function marginOf(percent: number, asked: number): number | null {
  const said = (percent * asked) / 100;
  if (said < 10 || asked - said < 10) return null;
  const share = percent / 100;
  return 196 * Math.sqrt((share * (1 - share)) / asked);
}
