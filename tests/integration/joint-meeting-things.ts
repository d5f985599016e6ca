import { taskingGroupNeighbourhoods, taskingGroups } from "#db/schema/tasking.ts";
import { taskingMeetings } from "#db/schema/tasking-meeting.ts";
import type { Db } from "#db/types.ts";

const hourMs = 3_600_000;

/** A called joint tasking meeting of a neighbourhood's own group, to which nobody was asked; its reference. */
export async function addJointMeeting(
  db: Db,
  neighbourhoodId: string,
  { code, reference }: { code: string; reference: string },
): Promise<string> {
  const now = new Date();
  const [group] = await db
    .insert(taskingGroups)
    .values({ code, name: `Group ${code}`, level: "local", isForce: false, madeAt: now })
    .returning({ id: taskingGroups.id });
  const groupId = group?.id ?? "";
  await db.insert(taskingGroupNeighbourhoods).values({ groupId, neighbourhoodId });
  await db.insert(taskingMeetings).values({
    groupId,
    reference,
    number: 1,
    startsAt: new Date(now.getTime() + hourMs),
    endsAt: new Date(now.getTime() + 2 * hourMs),
    place: "Town hall",
    calledAt: now,
    changedAt: now,
  });
  return reference;
}
