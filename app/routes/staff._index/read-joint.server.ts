import { can, scopeOf, type Actor } from "#app/domain/actor.ts";
import { hoursAfter } from "#app/domain/calendar/clock.ts";
import type { Permission } from "#app/domain/permissions.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { countAgreementsToReview } from "#db/queries/agreement-list.ts";
import { countImpactReviews } from "#db/queries/impact-due.ts";
import { listMinutedMeetings, listNextMeetings } from "#db/queries/tasking-own-meetings.ts";
import { leadsAGroup } from "#db/queries/tasking-own-work.ts";
import { countPoliceActions, countProposedLines } from "#db/queries/tasking-waiting.ts";
import type { Db } from "#db/types.ts";

// Who reads joint tasking and answers for nothing of it, as records do, has no work there.
const answering: readonly Permission[] = ["plan:write", "plan:oversee", "tasking:write", "tasking:analyse"];
const soonHours = 24;
// A reminder, not a report: the rest are on their own page.
const mostSeats = 5;
const justOne = 1;

/** What of joint tasking, its assessments and its agreements waits for somebody: figures alone. */
export async function readJoint(tx: Db, actor: Actor, now: Date) {
  const today = londonDay(now);
  const reader = taskingReaderOf(actor);
  const writes = scopeOf(actor, "plan:write");
  const assesses = scopeOf(actor, "impact:write");
  const reads = scopeOf(actor, "tasking:read") !== null;
  const answers = reads && answering.some((permission) => can(actor, permission));
  return {
    actions: answers ? await countPoliceActions(tx, reader, today) : null,
    impacts:
      assesses === null
        ? null
        : await countImpactReviews(tx, assesses, { by: hoursAfter(now, soonHours), now }),
    agreements: can(actor, "agreement:keep") ? await countAgreementsToReview(tx, today) : null,
    lines: reads && writes !== null ? await countProposedLines(tx, reader, writes, today) : null,
  };
}

/** The meetings and groups of somebody whose role reads no joint tasking; null for whoever has its pages. */
export async function readSeat(tx: Db, actor: Actor, now: Date) {
  if (can(actor, "tasking:read")) return null;
  const reader = taskingReaderOf(actor);
  const today = londonDay(now);
  return {
    next: (await listNextMeetings(tx, reader, today, mostSeats)).length,
    hasMinutes: (await listMinutedMeetings(tx, reader, today, justOne)).length > 0,
    leads: await leadsAGroup(tx, reader, today),
  };
}
