import { platform } from "#app/domain/actor.ts";
import { hoursAfter } from "#app/domain/calendar/clock.ts";
import { isToTellOfReview } from "#app/domain/impact/reminding.ts";
import { hoursOfWarning, standingInWords } from "#app/domain/impact/review.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { lockImpact } from "#db/queries/impact.ts";
import { impactReviewsDueBy, type ReviewPosition } from "#db/queries/impact-due.ts";
import { holdersOver } from "#db/queries/impact-people.ts";
import { insertStaffNotices, lastToldOf } from "#db/queries/staff-notice.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { ownersOfImpact } from "./impact-owners.server.ts";

interface Reminding {
  db: Db;
  now: Date;
  signal: AbortSignal;
}

type Due = Awaited<ReturnType<typeof impactReviewsDueBy>>[number];

const onePage = 100;

/**
 * Tells whose an assessment is, and the commanders of its area, that its review is due in a few hours or late.
 * What was told stands among the notices, so that two processes, or a run begun again, tell nothing twice.
 */
export async function remindOfReviews({ db, now, signal }: Reminding): Promise<void> {
  let after: ReviewPosition | null = null;
  for (;;) {
    const page: { after: ReviewPosition | null; limit: number } = { after, limit: onePage };
    const { due, told } = await withActor(db, platform(), async (tx) => {
      const due = await impactReviewsDueBy(tx, hoursAfter(now, hoursOfWarning), page);
      return { due, told: await lastToldOf(tx, due.map(pathOf)) };
    });
    const isToTell = (one: Due) => isToTellOfReview(one.dueAt, told.get(pathOf(one)) ?? null, now);
    for (const one of due.filter(isToTell)) {
      if (signal.aborted) return;
      await withActor(db, platform(), (tx) => tellOf(tx, one, now));
    }
    const last = due.at(-1);
    if (due.length < onePage || last === undefined) return;
    after = { dueAt: last.dueAt, id: last.id };
  }
}

const pathOf = ({ reference }: Pick<Due, "reference">) => paths.tasking.impact(reference);

async function tellOf(tx: Db, due: Due, now: Date): Promise<void> {
  const path = pathOf(due);
  const held = await lockImpact(tx, due.id);
  // Somebody may have reviewed it, or another process told of it, meanwhile.
  if (held?.reviewDueAt == null) return;
  const dueAt = held.reviewDueAt;
  const last = (await lastToldOf(tx, [path])).get(path) ?? null;
  if (!isToTellOfReview(dueAt, last, now)) return;
  const today = londonDay(now);
  const commanders = await holdersOver(tx, "commander", due.neighbourhoodIds, today);
  const told = [...(await ownersOfImpact(tx, due, today)), ...commanders.map(({ id }) => id)];
  const isLate = dueAt < now;
  await insertStaffNotices(tx, told, {
    at: now,
    kind: isLate ? "late" : "new",
    line: `${due.reference}: review of a community impact assessment. ${standingInWords(dueAt, now)}`,
    path,
  });
}
