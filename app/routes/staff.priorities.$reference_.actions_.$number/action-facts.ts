import { dayInWords } from "#app/domain/account/day-words.ts";
import {
  actionDueInWords,
  actionKindWords,
  actionStateWords,
  type ActionKind,
  type ActionState,
} from "#app/domain/plan/action.ts";
import { poundsInWords } from "#app/domain/plan/cost.ts";
import type { Day } from "#app/domain/team/day.ts";

interface ShownAction {
  kind: ActionKind;
  publicLine: string | null;
  owner: string | null;
  agency: string | null;
  startsOn: Day | null;
  dueOn: Day;
  costPence: number | null;
  state: ActionState;
  result: string | null;
  publicReason: string | null;
}

/** What is true of an action, a line each. */
export function actionFacts(action: ShownAction, today: Day): { term: string; value: string }[] {
  const { kind, publicLine, owner, agency, startsOn, dueOn, costPence, state, result, publicReason } = action;
  const due = actionDueInWords(action, today);
  return [
    { term: "Kind", value: actionKindWords[kind] },
    { term: "Whose", value: [agency ?? "Police", owner].filter((name) => name !== null).join(", ") },
    { term: "State", value: actionStateWords[state] },
    ...(result === null ? [] : [{ term: "What came of it", value: result }]),
    ...(startsOn === null ? [] : [{ term: "Starts", value: dayInWords(startsOn) }]),
    { term: "Due", value: due === null ? dayInWords(dueOn) : `${dayInWords(dueOn)}: ${due.toLowerCase()}` },
    ...(costPence === null ? [] : [{ term: "Cost", value: poundsInWords(costPence) }]),
    { term: "What residents read", value: publicLine ?? "Nothing yet" },
    ...(publicReason === null ? [] : [{ term: "Why late or dropped, to residents", value: publicReason }]),
  ];
}
