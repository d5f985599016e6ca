import { platform } from "#app/domain/actor.ts";
import { feedbackQuorum } from "#app/domain/feedback/poll.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { tellFollowers } from "#app/services/priority/take-step.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { insertRound, latestRound, votersOf } from "#db/queries/feedback.ts";
import { lockPlanOf, plansToMonitor, updatePlan } from "#db/queries/plan.ts";
import { lockPriority } from "#db/queries/priority.ts";
import { readSettings } from "#db/queries/setting.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

const onePage = 20;
const actor = platform();

/** Some time after a sign-off, residents are asked once more whether it has stayed so. */
export async function askWhetherItLasted({
  db,
  now,
  signal,
}: {
  db: Db;
  now: Date;
  signal: AbortSignal;
}): Promise<void> {
  let due: Awaited<ReturnType<typeof plansToMonitor>>;
  do {
    due = await withActor(db, actor, (tx) => plansToMonitor(tx, londonDay(now), onePage));
    for (const { priorityId } of due) {
      if (signal.aborted) return;
      await withActor(db, actor, async (tx) => {
        const priority = await lockPriority(tx, priorityId);
        const plan = await lockPlanOf(tx, priorityId);
        if (plan?.monitorOn == null) return;
        await updatePlan(tx, plan.id, { monitorOn: null, changedAt: now });
        if (priority?.state !== "signed-off") return;
        const settings = await readSettings(tx);
        const voters = await votersOf(tx, priorityId);
        const before = await latestRound(tx, priorityId, "lasting");
        await insertRound(tx, {
          priorityId,
          kind: "lasting",
          number: (before?.number ?? 0) + 1,
          opensOn: londonDay(now),
          closesOn: addDays(londonDay(now), settings.feedbackDays),
          voters,
          quorum: feedbackQuorum(voters, settings),
        });
        await tellFollowers(tx, now, priority, "Has it stayed that way? You can say so again.");
        await recordAudit(tx, actor, now, {
          action: "feedback.open",
          subjectKind: "priority",
          subjectId: priorityId,
          neighbourhoodId: priority.neighbourhoodId,
          details: { kind: "lasting" },
        });
      });
    }
  } while (due.length === onePage && !signal.aborted);
}
