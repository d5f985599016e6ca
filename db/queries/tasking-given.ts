import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Day } from "#app/domain/team/day.ts";
import { agencies } from "#db/schema/agency.ts";
import { taskingActionEvents } from "#db/schema/tasking-action.ts";
import { taskingEntries } from "#db/schema/tasking-meeting.ts";
import type { Db } from "#db/types.ts";

// As many as the entries of a long day; only a bound.
const mostGiven = 3_000;

/** To whom and until when a meeting gave each of its actions, whatever became of it since; `position` null where none was kept. */
export async function givenInMeeting(
  db: Db,
  meetingId: string,
): Promise<Map<string, { agency: string; position: string | null; dueOn: Day }>> {
  const first = await db
    .select({
      actionId: taskingActionEvents.actionId,
      agency: agencies.name,
      position: taskingActionEvents.words,
      dueOn: taskingActionEvents.dueOn,
    })
    .from(taskingActionEvents)
    .innerJoin(agencies, eq(agencies.id, taskingActionEvents.agencyId))
    .where(
      and(
        isNull(taskingActionEvents.from),
        inArray(
          taskingActionEvents.actionId,
          db
            .select({ id: taskingEntries.actionId })
            .from(taskingEntries)
            .where(and(eq(taskingEntries.meetingId, meetingId), eq(taskingEntries.kind, "action"))),
        ),
      ),
    )
    .limit(mostGiven);
  return new Map(first.map(({ actionId, ...given }) => [actionId, given]));
}
