import { daysBetween, type Day } from "#app/domain/team/day.ts";
import { isTaskingActionOpen, type TaskingActionState } from "./action.ts";

/** How an action stands to its day. */
export type TaskingStanding = "late" | "unanswered" | "due" | "later" | "closed";

interface Dated {
  state: TaskingActionState;
  dueOn: Day;
}

// Within so many days an action is due and no longer later.
const soonDays = 7;

/** Late follows from the day alone: an action that nobody answered is late like any other. */
export function taskingStandingOf({ state, dueOn }: Dated, today: Day): TaskingStanding {
  if (!isTaskingActionOpen(state)) return "closed";
  const days = daysBetween(today, dueOn);
  if (days < 0) return "late";
  if (state === "assigned") return "unanswered";
  return days <= soonDays ? "due" : "later";
}

const inDays = (days: number) => (days === 1 ? "1 day" : `${days} days`);

/** "3 days late", "Due today"; null where an action is not due yet, or closed. */
export function taskingDueInWords(action: Dated, today: Day): string | null {
  if (!isTaskingActionOpen(action.state)) return null;
  const days = daysBetween(today, action.dueOn);
  if (days < 0) return `${inDays(-days)} late`;
  if (days > soonDays) return null;
  return days === 0 ? "Due today" : `Due in ${inDays(days)}`;
}
