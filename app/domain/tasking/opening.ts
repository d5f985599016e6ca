import { londonDay } from "#app/domain/team/day.ts";
import type { TaskingMeetingState } from "./meeting.ts";

/** When a called meeting is opened: "early" before its day. */
export type Opening = "early" | "today";

/** How it is with the opening of a meeting at a moment; null where it is not called, or not any more. */
export function openingOf(
  { state, startsAt }: { state: TaskingMeetingState; startsAt: Date },
  now: Date,
): Opening | null {
  if (state !== "called") return null;
  return londonDay(now) < londonDay(startsAt) ? "early" : "today";
}
