import { addDays, londonDay } from "#app/domain/team/day.ts";
import { atHour } from "../history/telling.ts";
import type { TaskingRows } from "./rows.ts";
import { recorderOf, type GroupTelling } from "./telling.ts";
import type { ToldAction } from "./told-action.ts";
import { withheldReasons } from "./words.ts";

type ActionRows = Pick<TaskingRows, "actions" | "actionEvents" | "publicLines">;
type LineRow = Pick<
  TaskingRows["actions"][number],
  "publicLine" | "publicLineState" | "withheldReason" | "publishedAt" | "publishedBy"
>;

// Where nothing of it has a page.
const noPage = "It serves no local priority, so it has no public page";
// One in so many lines is kept back.
const withheldEach = 7;
// A line that was proposed lately may still wait for the sergeant.
const waitingDays = 25;

/** Actions as they stand at the end of the telling, with each of their steps and what residents read of them. */
export function toldActionRows(telling: GroupTelling, actions: readonly ToldAction[]): ActionRows {
  const rows: ActionRows = { actions: [], actionEvents: [], publicLines: [] };
  for (const action of actions) {
    const line = lineOf(telling, action);
    rows.actions.push({
      id: action.id,
      groupId: telling.groupId,
      number: action.number,
      priorityId: action.priority?.id ?? null,
      kind: action.asked.kind,
      task: action.task,
      agencyId: action.agencyId,
      position: action.position,
      ownerId: action.ownerId,
      dueOn: action.dueOn,
      state: action.state,
      result: action.result,
      closedAt: action.closedAt,
      ...line,
      givenBy: action.givenBy,
      givenAt: action.givenAt,
      changedAt: action.changedAt,
      version: action.events.length,
    });
    rows.actionEvents.push(...action.events);
    if (line.publishedAt == null || action.priority === null || action.closedAt === null) continue;
    rows.publicLines.push({
      actionId: action.id,
      priorityId: action.priority.id,
      agencyId: action.agencyId,
      line: action.line,
      doneOn: londonDay(action.closedAt),
      publishedAt: line.publishedAt,
    });
  }
  return rows;
}

function lineOf(telling: GroupTelling, action: ToldAction): LineRow {
  const { closedAt, state, priority, number, line } = action;
  const none: LineRow = {
    publicLine: null,
    publicLineState: "none",
    withheldReason: null,
    publishedAt: null,
    publishedBy: null,
  };
  if (state !== "done" || closedAt === null) return none;
  if (priority === null) return { ...none, publicLineState: "withheld", withheldReason: noPage };
  if (number % withheldEach === 3)
    return {
      ...none,
      publicLineState: "withheld",
      withheldReason: withheldReasons[number % withheldReasons.length] ?? noPage,
    };
  const publishedAt = atHour(addDays(londonDay(closedAt), 1), 9, number % 60);
  const isWaiting = londonDay(closedAt) > addDays(telling.today, -waitingDays) && number % 3 === 0;
  return publishedAt < telling.now && !isWaiting
    ? {
        ...none,
        publicLine: line,
        publicLineState: "published",
        publishedAt,
        publishedBy: publisherOf(telling),
      }
    : { ...none, publicLine: line, publicLineState: "proposed" };
}

/** Whoever writes the plan says what residents read. */
const publisherOf = (telling: GroupTelling) => telling.officers.sergeantIds[0] ?? recorderOf(telling);
