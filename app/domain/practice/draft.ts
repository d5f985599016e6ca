import type { ConcernCategory } from "#app/domain/concern/categories.ts";
import type { PlanFieldName } from "#app/domain/plan/fields.ts";
import type { PriorityState } from "#app/domain/priority/states.ts";
import type { WantedPractice } from "./practice.ts";

/** A closed plan as everybody may read it: nothing of the restricted layer. */
export interface ClosedPlan {
  priority: { title: string; category: ConcernCategory; statement: string; state: PriorityState };
  /** The neighbourhood’s name. */
  place: string;
  closedInYear: number;
  fields: readonly { name: PlanFieldName; value: string }[];
  /** The public lines of what was done. */
  done: readonly string[];
  report: Record<"done" | "changed" | "notAchieved" | "before" | "after", string> | null;
}

const paragraphs = (parts: readonly (string | null | undefined)[]): string =>
  [...new Set(parts.map((part) => part?.trim() ?? ""))].filter((part) => part !== "").join("\n\n");

const judged: Partial<Readonly<Record<PriorityState, string>>> = {
  "signed-off": "The community signed it off.",
  "closed-without-signoff": "It was closed without sign-off by the community.",
};

/** The entry that a closed plan makes, for whoever writes it to go on from. That it was evaluated is for them to say. */
export function draftOf({ priority, place, closedInYear, fields, done, report }: ClosedPlan): WantedPractice {
  const field = (name: PlanFieldName) =>
    fields.find((one) => one.name === name && one.value.trim() !== "")?.value;
  const lines = done.map((line) => `- ${line}`).join("\n");
  return {
    category: priority.category,
    title: priority.title,
    problem: paragraphs([priority.statement, field("what"), field("causes")]),
    response: paragraphs([report?.done, lines]),
    outcome: paragraphs([
      report === null ? null : `Before: ${report.before}. After: ${report.after}.`,
      report?.changed,
      report?.notAchieved,
      field("comparison") ?? "There was no like area to compare with, so the change may have other causes.",
      judged[priority.state],
    ]),
    evaluatedBy: null,
    isTransferable: null,
    transferNote: null,
    contactRole: `The neighbourhood sergeant, ${place}`,
    year: closedInYear,
  };
}
