import type { ActionState } from "#app/domain/plan/action.ts";
import { londonDay } from "#app/domain/team/day.ts";
import type { ChartMark } from "./chart.ts";

/** The responses that were carried out, as they are marked in a chart; one without words has none to be marked by. */
export const responseMarks = (
  actions: readonly { state: ActionState; doneAt: Date | null; words: string | null }[],
): ChartMark[] =>
  actions
    .flatMap(({ state, doneAt, words }) =>
      state === "done" && doneAt !== null && words !== null ? [{ on: londonDay(doneAt), words }] : [],
    )
    .sort((one, other) => one.on.localeCompare(other.on));
