import { and, asc, eq, inArray } from "drizzle-orm";
import { openTaskingStates } from "#app/domain/tasking/action.ts";
import { taskingActions } from "#db/schema/tasking-action.ts";
import { taskingMeetings } from "#db/schema/tasking-meeting.ts";
import type { Db } from "#db/types.ts";

// A few are named, the rest are counted; only a bound.
const most = 1_000;

/** What would be nobody's if a group ended: its meetings that are called or sit, its open and declined actions. As the platform. */
export async function openWorkOf(
  db: Db,
  groupId: string,
): Promise<{ meetings: number[]; actions: number[] }> {
  const meetings = await db
    .select({ number: taskingMeetings.number })
    .from(taskingMeetings)
    .where(and(eq(taskingMeetings.groupId, groupId), inArray(taskingMeetings.state, ["called", "open"])))
    .orderBy(asc(taskingMeetings.number))
    .limit(most);
  const actions = await db
    .select({ number: taskingActions.number })
    .from(taskingActions)
    .where(
      and(
        eq(taskingActions.groupId, groupId),
        inArray(taskingActions.state, [...openTaskingStates, "rejected"]),
      ),
    )
    .orderBy(asc(taskingActions.number))
    .limit(most);
  const numberOf = ({ number }: { number: number }) => number;
  return { meetings: meetings.map(numberOf), actions: actions.map(numberOf) };
}
