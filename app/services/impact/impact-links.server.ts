import { refused, type Refused } from "#app/domain/account/change.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import { readReference } from "#app/domain/reference/reference.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { findPriority } from "#db/queries/priority.ts";
import { findTaskingMeeting } from "#db/queries/tasking-meeting.ts";
import type { Db } from "#db/types.ts";

export interface ImpactLinks {
  priorityId: string | null;
  meetingId: string | null;
}

/** What an assessment belongs to, by the references that were typed; a refusal where somebody has no such thing. */
export async function findImpactLinks(
  tx: Db,
  actor: Actor,
  { priority, meeting }: { priority: string; meeting: string },
  now: Date,
): Promise<{ ok: true; links: ImpactLinks } | Refused> {
  const priorityReference = readReference("priority", priority);
  const linked = priorityReference === null ? null : await findPriority(tx, priorityReference);
  if (priority.trim() !== "" && (linked === null || !can(actor, "plan:read", linked)))
    return refused(
      "priority",
      "Enter the reference of a priority of your area, like P-7K3FQ, or leave it empty",
    );
  const meetingReference = readReference("taskingMeeting", meeting);
  const held =
    meetingReference === null
      ? null
      : await findTaskingMeeting(tx, taskingReaderOf(actor), meetingReference, londonDay(now));
  if (meeting.trim() !== "" && held === null)
    return refused(
      "meeting",
      "Enter the reference of a joint tasking meeting that you read, like J-7K3FQ, or leave it empty",
    );
  return { ok: true, links: { priorityId: linked?.id ?? null, meetingId: held?.meeting.id ?? null } };
}
