import { taskingActionKindWords, taskingActionStateWords } from "#app/domain/tasking/action.ts";
import { markingWords } from "#app/domain/tasking/marking.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { csvCell } from "#app/services/account/audit-csv.ts";
import type { ListedAction } from "#db/queries/tasking-action-list.ts";

const header = [
  "marking",
  "action",
  "kind",
  "task",
  "agency",
  "position",
  "due_on",
  "state",
  "closed_on",
  "public_line",
  "priority",
];

/** Actions as a spreadsheet, each line with its marking; the last line says when there is more than it holds. */
export function taskingActionsCsv(actions: readonly ListedAction[], isCut: boolean): string {
  const marking = markingWords["official-sensitive"];
  const rows = actions.map((action) => [
    marking,
    `${action.code}-${action.number}`,
    taskingActionKindWords[action.kind],
    action.task,
    action.agency,
    action.position,
    action.dueOn,
    taskingActionStateWords[action.state],
    action.closedAt === null ? "" : londonDay(action.closedAt),
    action.publicLineState,
    action.reference ?? "",
  ]);
  const more = isCut ? [[marking, "There are more: narrow the list, and download again"]] : [];
  return [header, ...rows, ...more].map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("");
}
