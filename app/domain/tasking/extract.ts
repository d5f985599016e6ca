import { concernCategories, type ConcernCategory } from "#app/domain/concern/categories.ts";
import type { PriorityState } from "#app/domain/priority/states.ts";
import { daysBetween, type Day } from "#app/domain/team/day.ts";

interface Named {
  code: string;
  name: string;
}

export const extractAreaKinds = ["bcu", "partnership"] as const;
type AreaKind = (typeof extractAreaKinds)[number];

/** A live local priority, and where it lies. */
export interface ExtractPriority {
  reference: string;
  title: string;
  category: ConcernCategory;
  state: PriorityState;
  openedOn: Day;
  place: string;
  bcu: Named;
  partnership: Named;
}

/** What has worked for a theme: an entry of the practice library. */
export interface ExtractPractice {
  category: ConcernCategory;
  slug: string;
  title: string;
}

/** A priority of the theme that was signed off, with what was counted before and after. */
export interface ExtractOutcome {
  category: ConcernCategory;
  reference: string;
  title: string;
  before: string;
  after: string;
}

/** How joint actions on priorities of a theme stand, closed or not. */
export interface ExtractActions {
  category: ConcernCategory;
  done: number;
  late: number;
}

export interface ExtractFilter {
  theme: ConcernCategory | null;
  area: { kind: AreaKind; code: string } | null;
}

export interface ExtractFacts {
  priorities: readonly ExtractPriority[];
  practice: readonly ExtractPractice[];
  outcomes: readonly ExtractOutcome[];
  actions: readonly ExtractActions[];
}

export type ExtractLine = ExtractPriority & { days: number };

export interface ExtractTheme {
  theme: ConcernCategory;
  lines: ExtractLine[];
  oldestDays: number;
  done: number;
  late: number;
  practice: ExtractPractice[];
  outcomes: ExtractOutcome[];
}

export interface Extract {
  total: number;
  /** The commonest theme first; a theme without live priorities is none. */
  themes: ExtractTheme[];
  /** How many live priorities lie in each partnership, the most first. */
  areas: { partnership: string; bcu: string; count: number }[];
}

const mostExamples = 5;

/** The live priorities that were asked for, by theme and area, with what has worked. */
export function extractOf(facts: ExtractFacts, filter: ExtractFilter, today: Day): Extract {
  const lines = facts.priorities
    .filter(
      (one) =>
        (filter.theme === null || one.category === filter.theme) &&
        (filter.area === null || one[filter.area.kind].code === filter.area.code),
    )
    .map((one): ExtractLine => ({ ...one, days: Math.max(0, daysBetween(one.openedOn, today)) }));
  return { total: lines.length, themes: themesOf(lines, facts), areas: areasOf(lines) };
}

const themesOf = (lines: readonly ExtractLine[], { practice, outcomes, actions }: ExtractFacts) =>
  concernCategories
    .map((theme): ExtractTheme => {
      const isOf = ({ category }: { category: ConcernCategory }) => category === theme;
      const own = lines
        .filter(isOf)
        .sort((a, b) => b.days - a.days || a.place.localeCompare(b.place, "en-GB"));
      const joint = actions.find(isOf);
      return {
        theme,
        lines: own,
        oldestDays: own[0]?.days ?? 0,
        done: joint?.done ?? 0,
        late: joint?.late ?? 0,
        practice: practice.filter(isOf).slice(0, mostExamples),
        outcomes: outcomes.filter(isOf).slice(0, mostExamples),
      };
    })
    .filter(({ lines: own }) => own.length > 0)
    .sort((a, b) => b.lines.length - a.lines.length);

function areasOf(lines: readonly ExtractLine[]): Extract["areas"] {
  const areas = new Map<string, Extract["areas"][number]>();
  for (const { partnership, bcu } of lines) {
    const key = `${bcu.code} ${partnership.code}`;
    const { count } = areas.get(key) ?? { count: 0 };
    areas.set(key, { partnership: partnership.name, bcu: bcu.name, count: count + 1 });
  }
  return [...areas.values()].sort(
    (a, b) => b.count - a.count || a.partnership.localeCompare(b.partnership, "en-GB"),
  );
}
