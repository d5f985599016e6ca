import type { Day } from "#app/domain/team/day.ts";
import type { Month } from "./month.ts";
import { haveHours, shownAreaOf, type ShownArea } from "./shown-area.ts";
import {
  overSince,
  revisionsOf,
  shownOf,
  type Frozen,
  type Revision,
  type ShownFigure,
} from "./shown-figure.ts";

/** What was published of one period: what it is now, and what it was before. */
export interface PublishedFigure<Shown> {
  startsOn: Month;
  /** Of the definition. */
  version: number;
  /** The first first; never none. */
  revisions: readonly Revision<Shown>[];
  latest: Revision<Shown>;
  /** Since when it has been over the target; null where it is not. */
  overSince: Day | null;
}

/** The quarters of one neighbourhood, in order of time. */
export const quartersOf = (rows: readonly Frozen[]): PublishedFigure<ShownFigure>[] =>
  periodsOf(rows, shownOf);

/** The months of one area: a BCU, or the force where none is named. */
export interface AreaSeries {
  bcu: { code: string; name: string } | null;
  months: PublishedFigure<ShownArea>[];
}

/** The months of the force and of each BCU, in the order in which they come. */
export function areasOf(
  rows: readonly (Frozen & Pick<AreaSeries, "bcu"> & { neighbourhoods?: number })[],
): AreaSeries[] {
  const ofMonth = groupBy(
    rows.filter(({ bcu }) => bcu !== null),
    ({ startsOn }) => startsOn,
  );
  return [...groupBy(rows, ({ bcu }) => bcu?.code ?? "").values()].map((ofArea) => ({
    bcu: ofArea[0]?.bcu ?? null,
    months: periodsOf(ofArea, (row) =>
      shownAreaOf(row, { hasHours: row.bcu === null || haveHours(ofMonth.get(row.startsOn) ?? []) }),
    ),
  }));
}

function periodsOf<Row extends Frozen, Shown extends { isBreach: boolean | null }>(
  rows: readonly Row[],
  show: (row: Row) => Shown,
): PublishedFigure<Shown>[] {
  return [...groupBy(rows, ({ startsOn }) => startsOn).entries()].flatMap(([startsOn, ofPeriod]) => {
    const revisions = revisionsOf(ofPeriod, show);
    const latest = revisions.at(-1);
    const version = ofPeriod.at(-1)?.version;
    return latest === undefined || version === undefined
      ? []
      : [{ startsOn, version, revisions, latest, overSince: overSince(revisions) }];
  });
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row)) ?? [];
    group.push(row);
    groups.set(keyOf(row), group);
  }
  return groups;
}
