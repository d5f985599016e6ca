import { dayInWords } from "#app/domain/account/day-words.ts";
import {
  taskingActionKindWords,
  taskingActionStateWords,
  type PublicLineState,
  type TaskingActionKind,
  type TaskingActionState,
} from "#app/domain/tasking/action.ts";
import { taskingDueInWords } from "#app/domain/tasking/lateness.ts";
import type { Day } from "#app/domain/team/day.ts";

export interface ShownTaskingAction {
  kind: TaskingActionKind;
  agency: string;
  position: string;
  dueOn: Day;
  state: TaskingActionState;
  result: string | null;
  publicLine: string | null;
  publicLineState: PublicLineState;
  withheldReason: string | null;
}

const lineWords: Readonly<Record<PublicLineState, string>> = {
  none: "Nothing yet",
  proposed: "proposed, and not yet published",
  published: "published",
  withheld: "Nothing",
};

function lineInWords({ publicLine, publicLineState, withheldReason }: ShownTaskingAction): string {
  if (publicLineState === "none") return lineWords.none;
  if (publicLineState === "withheld") return `${lineWords.withheld}: ${withheldReason ?? ""}`;
  return `${publicLine ?? ""} (${lineWords[publicLineState]})`;
}

/** What is true of an action, a line each. */
export function taskingActionFacts(
  action: ShownTaskingAction,
  today: Day,
): { term: string; value: string }[] {
  const { kind, agency, position, dueOn, state, result } = action;
  const due = taskingDueInWords(action, today);
  return [
    { term: "Kind", value: taskingActionKindWords[kind] },
    { term: "Whose", value: `${agency}, ${position}` },
    { term: "State", value: taskingActionStateWords[state] },
    { term: "Due", value: due === null ? dayInWords(dueOn) : `${dayInWords(dueOn)}: ${due.toLowerCase()}` },
    ...(result === null ? [] : [{ term: "What came of it", value: result }]),
    { term: "What residents read", value: lineInWords(action) },
  ];
}
