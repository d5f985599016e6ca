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

const withoutStop = (words: string): string => words.trim().replace(/\.+$/, "");

/** "before: 30 a week; after: 9 a week". */
export const outcomeInWords = ({ before, after }: Pick<ExtractOutcome, "before" | "after">): string =>
  `before: ${withoutStop(before)}; after: ${withoutStop(after)}`;

/** How joint actions on priorities of a theme stand in one partnership of a BCU, whether the priorities are closed or not. */
export interface ExtractActions {
  category: ConcernCategory;
  bcu: Pick<Named, "code">;
  partnership: Pick<Named, "code">;
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

export interface ExtractArea {
  partnership: Named;
  bcu: Named;
  count: number;
  done: number;
  late: number;
}

export interface Extract {
  total: number;
  /** The commonest theme first; a theme without live priorities is none. */
  themes: ExtractTheme[];
  /** How many live priorities lie in each partnership, the most first, with the joint actions there. */
  areas: ExtractArea[];
}

const mostExamples = 5;

/** The live priorities that were asked for, by theme and area, with what has worked. */
export function extractOf(facts: ExtractFacts, filter: ExtractFilter, today: Day): Extract {
  const isAsked = (one: Pick<ExtractActions, "category" | "bcu" | "partnership">) =>
    (filter.theme === null || one.category === filter.theme) &&
    (filter.area === null || one[filter.area.kind].code === filter.area.code);
  const actions = facts.actions.filter(isAsked);
  const lines = facts.priorities
    .filter(isAsked)
    .map((one): ExtractLine => ({ ...one, days: Math.max(0, daysBetween(one.openedOn, today)) }));
  return {
    total: lines.length,
    themes: themesOf(lines, { ...facts, actions }),
    areas: areasOf(lines, actions),
  };
}

const themesOf = (lines: readonly ExtractLine[], { practice, outcomes, actions }: ExtractFacts) =>
  concernCategories
    .map((theme): ExtractTheme => {
      const isOf = ({ category }: { category: ConcernCategory }) => category === theme;
      const own = lines
        .filter(isOf)
        .sort((a, b) => b.days - a.days || a.place.localeCompare(b.place, "en-GB"));
      return {
        theme,
        lines: own,
        oldestDays: own[0]?.days ?? 0,
        ...jointOf(actions.filter(isOf)),
        practice: practice.filter(isOf).slice(0, mostExamples),
        outcomes: outcomes.filter(isOf).slice(0, mostExamples),
      };
    })
    .filter(({ lines: own }) => own.length > 0)
    .sort((a, b) => b.lines.length - a.lines.length);

const keyOf = ({ bcu, partnership }: Pick<ExtractActions, "bcu" | "partnership">) =>
  `${bcu.code} ${partnership.code}`;

function areasOf(lines: readonly ExtractLine[], actions: readonly ExtractActions[]): ExtractArea[] {
  const areas = new Map<string, ExtractArea>();
  for (const line of lines) {
    const key = keyOf(line);
    const known = areas.get(key);
    const joint = known ?? jointOf(actions.filter((one) => keyOf(one) === key));
    const { partnership, bcu } = line;
    areas.set(key, { partnership, bcu, count: (known?.count ?? 0) + 1, done: joint.done, late: joint.late });
  }
  return [...areas.values()].sort(
    (a, b) => b.count - a.count || a.partnership.name.localeCompare(b.partnership.name, "en-GB"),
  );
}

const jointOf = (actions: readonly ExtractActions[]): { done: number; late: number } => ({
  done: actions.reduce((sum, { done }) => sum + done, 0),
  late: actions.reduce((sum, { late }) => sum + late, 0),
});
