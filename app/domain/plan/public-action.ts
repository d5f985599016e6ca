import { dayInWords } from "#app/domain/account/day-words.ts";
import { daysBetween, type Day } from "#app/domain/team/day.ts";
import type { ActionState } from "./action.ts";

/** What everybody may know of an action. When it begins is not among it: nobody is to read where officers will be. */
export interface PublicAction {
  state: ActionState;
  dueOn: Day;
  doneOn: Day | null;
  publicReason: string | null;
}

export type ActionStanding = "done" | "under-way" | "held-up" | "late" | "dropped";

export const actionStandingWords: Readonly<Record<ActionStanding, string>> = {
  done: "Done",
  "under-way": "Under way",
  "held-up": "Held up",
  late: "Late",
  dropped: "Stopped",
};

const unsaid = "The team has not said why yet.";

const inDays = (days: number) => (days === 1 ? "1 day" : `${days} days`);

/** Where an action stands, and the sentences that say so honestly: what is late says how late, and why or that nobody said. */
export function actionInPublic(
  { state, dueOn, doneOn, publicReason }: PublicAction,
  today: Day,
): { standing: ActionStanding; sentences: string[] } {
  const why = publicReason === null || publicReason.trim() === "" ? null : `Why: ${publicReason}`;
  if (state === "done") {
    if (doneOn === null) return { standing: "done", sentences: [] };
    const daysLate = daysBetween(dueOn, doneOn);
    const on = `Done on ${dayInWords(doneOn)}`;
    return daysLate > 0
      ? { standing: "done", sentences: [`${on}, ${inDays(daysLate)} late.`, ...(why === null ? [] : [why])] }
      : { standing: "done", sentences: [`${on}.`] };
  }
  if (state === "dropped")
    return { standing: "dropped", sentences: ["This will not be done.", why ?? unsaid] };
  const daysLate = daysBetween(dueOn, today);
  if (daysLate > 0)
    return {
      standing: "late",
      sentences: [`It was due by ${dayInWords(dueOn)}, ${inDays(daysLate)} ago.`, why ?? unsaid],
    };
  const due = `It is due by ${dayInWords(dueOn)}.`;
  return state === "blocked"
    ? { standing: "held-up", sentences: [due, why ?? unsaid] }
    : { standing: "under-way", sentences: [due] };
}
