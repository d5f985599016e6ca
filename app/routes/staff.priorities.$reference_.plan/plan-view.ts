import type { PlanHead } from "#app/components/plan/plan-head.ts";
import type { StaffFrame } from "#app/components/staff/staff-frame.ts";
import type { SuggestedPracticeProps } from "#app/components/practice/suggested-practice.tsx";
import type { ShownField } from "#app/domain/plan/editing.ts";
import type { Gate } from "./plan-desk.tsx";

/** What the page of a plan is made of. */
export interface PlanView {
  frame: StaffFrame;
  head: PlanHead;
  /** The slug of the part that is open. */
  part: string;
  fields: readonly ShownField[];
  gate: Gate | null;
  practice: SuggestedPracticeProps;
  /** Stands for the account on its own device. */
  mark: string;
  isSaved: boolean;
}
