import type { ConcernCategory } from "#app/domain/concern/categories.ts";
import type { CycleStage } from "#app/domain/cycle/stages.ts";
import type { Day } from "#app/domain/team/day.ts";
import { standingOf, type PriorityStanding } from "./lateness.ts";
import type { PriorityOrigin } from "./origin.ts";
import type { PriorityState } from "./states.ts";

interface Named {
  code: string;
  name: string;
}

/** A neighbourhood of the overview: where it stands in the force, and in its cycle. */
export interface OverviewPlace {
  slug: string;
  name: string;
  bcu: Named;
  section: Named;
  team: Named;
  cycle: { number: number; stage: CycleStage } | null;
}

export interface OverviewPriority {
  reference: string;
  title: string;
  category: ConcernCategory;
  origin: PriorityOrigin;
  state: PriorityState;
  isLowParticipation: boolean;
  isInterim: boolean;
  isTakenDown: boolean;
  isReviewDue: boolean;
  /** Both of them, as far as they are due after so many days. */
  hasPlans: boolean;
  adoptedOn: Day | null;
  stateSince: Day;
  lastPublicOn: Day | null;
}

/** One neighbourhood and one of its open priorities; null where it has none. */
export interface OverviewRow {
  place: OverviewPlace;
  priority: OverviewPriority | null;
}

export const overviewOrders = ["late", "age", "place"] as const;
export type OverviewOrder = (typeof overviewOrders)[number];

export const overviewAreaKinds = ["bcu", "section", "team", "neighbourhood"] as const;

export interface OverviewFilter {
  area: { kind: (typeof overviewAreaKinds)[number]; code: string } | null;
  theme: ConcernCategory | null;
  stage: PriorityState | null;
  isLateOnly: boolean;
  order: OverviewOrder;
}

export interface OverviewLine {
  place: OverviewPlace;
  priority: OverviewPriority;
  standing: PriorityStanding;
}

/** Of all the neighbourhoods asked for, whatever themes and stages are shown. */
export interface OverviewTotals {
  neighbourhoods: number;
  withNone: number;
  priorities: number;
  late: number;
  lowParticipation: number;
  /** Chosen by residents, of all that are open. */
  communityChosen: number;
}

export interface Overview {
  lines: OverviewLine[];
  /** Neighbourhoods without any open priority. */
  without: OverviewPlace[];
  totals: OverviewTotals;
}

type Figures = Parameters<typeof standingOf>[2];

/** Whether a neighbourhood is in the area that was asked for. */
export const isInArea = ({ area }: Pick<OverviewFilter, "area">, place: OverviewPlace) =>
  area === null || (area.kind === "neighbourhood" ? place.slug : place[area.kind].code) === area.code;

const mostDaysLate = ({ standing }: OverviewLine) => Math.max(0, ...standing.late.map(({ days }) => days));
const byPlace = (a: OverviewLine, b: OverviewLine) => a.place.name.localeCompare(b.place.name, "en-GB");
const byAge = (a: OverviewLine, b: OverviewLine) => b.standing.ageDays - a.standing.ageDays;

const comparisons: Readonly<Record<OverviewOrder, (a: OverviewLine, b: OverviewLine) => number>> = {
  late: (a, b) => mostDaysLate(b) - mostDaysLate(a) || byAge(a, b) || byPlace(a, b),
  age: (a, b) => byAge(a, b) || byPlace(a, b),
  place: (a, b) => byPlace(a, b) || byAge(a, b),
};

/** All open priorities of the neighbourhoods a reader answers for, as they asked to see them. */
export function overviewOf(
  rows: readonly OverviewRow[],
  filter: OverviewFilter,
  today: Day,
  figures: Figures,
): Overview {
  const asked = rows.filter(({ place }) => isInArea(filter, place));
  const all = asked.flatMap(({ place, priority }): OverviewLine[] =>
    priority === null ? [] : [{ place, priority, standing: standingOf(priority, today, figures) }],
  );
  const without = asked.flatMap(({ place, priority }) => (priority === null ? [place] : []));
  const lines = all.filter(
    ({ priority, standing }) =>
      (filter.theme === null || priority.category === filter.theme) &&
      (filter.stage === null || priority.state === filter.stage) &&
      (!filter.isLateOnly || standing.late.length > 0),
  );
  const count = (test: (line: OverviewLine) => boolean) => all.filter(test).length;
  return {
    lines: lines.sort(comparisons[filter.order]),
    without,
    totals: {
      neighbourhoods: new Set(asked.map(({ place }) => place.slug)).size,
      withNone: without.length,
      priorities: all.length,
      late: count(({ standing }) => standing.late.length > 0),
      lowParticipation: count(({ priority }) => priority.isLowParticipation),
      communityChosen: count(({ priority }) => priority.origin === "community-cycle"),
    },
  };
}

/** "97 per cent of priorities in force were chosen by residents (291 of 300). The target is 100 per cent." */
export function communityShareInWords({
  priorities,
  communityChosen,
}: Pick<OverviewTotals, "priorities" | "communityChosen">): string {
  if (priorities === 0) return "No priority is in force here.";
  // Rounded down, so that nothing short of all is called all.
  const share = Math.floor((100 * communityChosen) / priorities);
  return `${share} per cent of priorities in force were chosen by residents (${communityChosen} of ${priorities}). The target is 100 per cent.`;
}
