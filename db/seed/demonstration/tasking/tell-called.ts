import { londonInstant } from "#app/domain/calendar/london-time.ts";
import { isTaskingActionOpen } from "#app/domain/tasking/action.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";
import { seedId } from "#db/seed/seed-id.ts";
import { atHour } from "../history/telling.ts";
import { invitedRows } from "./attendance-rows.ts";
import { itemRows } from "./items.ts";
import { meetingReference } from "./meeting-reference.ts";
import { noTaskingRows, type TaskingRows } from "./rows.ts";
import { chairOf, windowOn, type GroupTelling } from "./telling.ts";
import type { ToldAction } from "./told-action.ts";

const calledDaysAgo = 5;
const minutesLong = 120;

/** The next meeting of a group, called some days ago: its standing agenda, who was asked, and what is carried to it. */
export function tellCalled(
  telling: GroupTelling,
  actions: readonly ToldAction[],
  { number, day }: { number: number; day: Day },
): TaskingRows {
  const { group, groupId, today, priorities } = telling;
  const meetingId = seedId("tasking-meeting", `${group.code}:${number}`);
  const calledAt = atHour(addDays(today, -calledDaysAgo), 9);
  const startsAt = londonInstant(day, group.startsAtHour * 60);
  return {
    ...noTaskingRows(),
    meetings: [
      {
        id: meetingId,
        reference: meetingReference(group, number),
        groupId,
        number,
        state: "called",
        startsAt,
        endsAt: new Date(startsAt.getTime() + minutesLong * 60_000),
        place: group.place,
        howToJoin: `Or by video call: https://calls.example/${group.code.toLowerCase()}`,
        chairId: chairOf(telling),
        calledBy: chairOf(telling),
        calledAt,
        changedAt: calledAt,
      },
    ],
    attendances: invitedRows(telling, meetingId, calledAt),
    items: itemRows({
      meetingId,
      addedAt: calledAt,
      priorities: priorities
        .filter((priority) => windowOn(priority, today, today) !== null)
        .map((priority) => ({ priority, feedbackLine: null })),
    }),
    carried: actions
      .filter(({ state }) => isTaskingActionOpen(state) || state === "rejected")
      .map(({ id }) => ({ meetingId, actionId: id })),
  };
}
