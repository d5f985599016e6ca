import type { ConcernCategory } from "#app/domain/concern/categories.ts";
import type { ActivityMethod } from "#app/domain/engagement/engagement.ts";
import type { MeasureAim } from "#app/domain/measure/measure.ts";
import type { ActionKind } from "#app/domain/plan/action.ts";
import type { PlanFieldName } from "#app/domain/plan/fields.ts";
import type { PlanStage } from "#app/domain/plan/states.ts";

/** Fields of a plan whose words are the problem's own; the others are made of its figures. */
export type WrittenField = Exclude<
  PlanFieldName,
  | "baseline"
  | "baselinePeriod"
  | "target"
  | "targetDate"
  | "after"
  | "afterPeriod"
  | "seasonBefore"
  | "comparison"
  | "feelingSafe"
  | "rating"
  | "notAchieved"
  | "product"
>;

/** Who does something: the police, or an agency of the place. */
export type Doer = "police" | "council" | "county" | "housing" | "fire" | "health";

export interface ProblemAction {
  readonly kind: ActionKind;
  readonly by: Doer;
  readonly task: string;
  readonly publicLine: string;
  readonly result: string;
  /** Public: why it may be late. */
  readonly whyLate: string;
  readonly costPounds?: number;
}

/** What a problem is worked on with, all of it invented. `{place}` is a place; `{baseline}`, `{target}`, `{after}` are figures. */
export interface Problem {
  readonly category: ConcernCategory;
  readonly count: {
    readonly title: string;
    readonly unit: string;
    readonly source: string;
    /** The least and the most a month before the work. */
    readonly usual: readonly [least: number, most: number];
    /** What part of it is to be left, or to be reached. */
    readonly factor: number;
    readonly aim: MeasureAim;
  };
  /** Follows a number: "people say that they …". */
  readonly survey: string;
  readonly texts: Readonly<Record<WrittenField, string>>;
  /** How a few of them read when they were first written. */
  readonly firstDrafts: Readonly<Partial<Record<WrittenField, string>>>;
  readonly actions: readonly ProblemAction[];
  /** What changed because the community took part in a stage. */
  readonly involved: Readonly<Record<Exclude<PlanStage, "draft" | "awaiting-signoff" | "closed">, string>>;
  readonly engagement: {
    readonly audience: string;
    readonly underHeard: string;
    readonly underHeardWhy: string;
    /** How those heard too little are asked, and in what form. */
    readonly method: ActivityMethod;
    readonly form: string;
    readonly heard: readonly [fromMost: string, fromUnderHeard: string, fromThoseWhoHelp: string];
  };
  readonly outcome: {
    readonly done: string;
    readonly changed: string;
    readonly remains: string;
    readonly notAchieved: string;
    /** Where it fell short. */
    readonly short: string;
  };
  /** Why residents say so: for staff alone. */
  readonly said: { readonly enough: readonly string[]; readonly short: readonly string[] };
}
