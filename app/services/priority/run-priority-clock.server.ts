import { londonMidnight } from "#app/domain/account/day-words.ts";
import { platform } from "#app/domain/actor.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { tellResponsible, tellRole } from "#app/services/notice/tell-staff.server.ts";
import { lockPlaces, lockPriority } from "#db/queries/priority.ts";
import { lapsedUrgent, overdueAnswers } from "#db/queries/priority-clock.ts";
import { readSettings } from "#db/queries/setting.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { takePriorityStep } from "./take-step.server.ts";
import { isOverdueUrgent } from "./urgent-priority.ts";

// What is left over is done by the next run.
const mostAtOnce = 100;

interface ClockRun {
  db: Db;
  now: Date;
  signal: AbortSignal;
}

/** What time does to priorities: urgent ones that the panel did not confirm lapse, and who keeps people waiting is told, once. */
export async function runPriorityClock(run: ClockRun): Promise<void> {
  await lapseUrgent(run);
  if (!run.signal.aborted) await tellOverdue(run);
}

async function lapseUrgent({ db, now, signal }: ClockRun): Promise<void> {
  const actor = platform();
  const due = await withActor(db, actor, (tx) => lapsedUrgent(tx, londonDay(now), mostAtOnce));
  for (const { id, neighbourhoodId } of due) {
    if (signal.aborted) return;
    await withActor(db, actor, async (tx) => {
      await lockPlaces(tx, neighbourhoodId);
      const priority = await lockPriority(tx, id);
      // The panel may have confirmed it meanwhile.
      if (priority === null || !isOverdueUrgent(priority, londonDay(now))) return;
      await tellResponsible(tx, neighbourhoodId, {
        at: now,
        kind: "new",
        line: `${priority.reference}: lapsed, because the panel did not confirm it in time`,
        path: paths.staff.priority(priority.reference),
      });
      await takePriorityStep(tx, { actor, now }, priority, { step: "lapse", action: "priority.lapse" });
    });
  }
}

async function tellOverdue({ db, now, signal }: ClockRun): Promise<void> {
  const today = londonDay(now);
  const waiting = await withActor(db, platform(), async (tx) => {
    const { acceptanceDays } = await readSettings(tx);
    return overdueAnswers(
      tx,
      {
        today,
        acceptBefore: londonMidnight(addDays(today, -acceptanceDays)),
        noticePath: paths.staff.priority(""),
      },
      mostAtOnce,
    );
  });
  for (const { reference, neighbourhoodId, state } of waiting) {
    if (signal.aborted) return;
    const isReview = state === "declined-by-force";
    await withActor(db, platform(), (tx) =>
      tellRole(tx, isReview ? "commander" : "inspector", neighbourhoodId, {
        at: now,
        kind: "late",
        line: `${reference}: ${isReview ? "the review of its refusal is overdue" : "your answer is overdue. Accept or decline it"}`,
        path: paths.staff.priority(reference),
      }),
    );
  }
}
