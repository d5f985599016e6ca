import { dayInWords } from "#app/domain/account/day-words.ts";
import { platform } from "#app/domain/actor.ts";
import { enoughPercent, isTooFewToShow, pollOf, type Poll } from "#app/domain/feedback/poll.ts";
import { roundEnd } from "#app/domain/feedback/sign-off.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { tellResponsible } from "#app/services/notice/tell-staff.server.ts";
import { takePriorityStep, tellFollowers, tellResult } from "#app/services/priority/take-step.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import {
  countAnswers,
  lockRound,
  roundsToClose,
  updateRound,
  type FeedbackRound,
} from "#db/queries/feedback.ts";
import { lockPriority, type Priority } from "#db/queries/priority.ts";
import { readSettings } from "#db/queries/setting.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

const onePage = 20;
const actor = platform();

/** Counts the rounds of feedback whose last day is over: each is extended once where too few replied, then closed. */
export async function closeRounds({
  db,
  now,
  signal,
}: {
  db: Db;
  now: Date;
  signal: AbortSignal;
}): Promise<void> {
  let due: Awaited<ReturnType<typeof roundsToClose>>;
  do {
    due = await withActor(db, actor, (tx) => roundsToClose(tx, londonDay(now), onePage));
    for (const { id, priorityId } of due) {
      if (signal.aborted) return;
      await withActor(db, actor, async (tx) => {
        const priority = await lockPriority(tx, priorityId);
        const round = await lockRound(tx, id);
        if (priority === null || round?.closedAt !== null || round.closesOn >= londonDay(now)) return;
        await endRound(tx, now, priority, round);
      });
    }
  } while (due.length === onePage && !signal.aborted);
}

async function endRound(tx: Db, now: Date, priority: Priority, round: FeedbackRound): Promise<void> {
  const settings = await readSettings(tx);
  const counts = await countAnswers(tx, round.id);
  const poll = pollOf(counts, settings);
  const { isExtended, quorum } = round;
  const end = roundEnd({ replies: poll.replies, quorum, isExtended: isExtended || round.kind === "lasting" });
  if (end === "extend") return extend(tx, now, priority, round, poll.replies, settings.feedbackExtensionDays);
  const isFewReplies = end === "few-replies";
  await updateRound(tx, round.id, {
    closedAt: now,
    solved: counts.solved,
    betterEnough: counts["better-enough"],
    betterNotEnough: counts["better-not-enough"],
    noChange: counts["no-change"],
    worse: counts.worse,
    dontKnow: counts["dont-know"],
    told: counts.told,
    isPassed: poll.isPassed,
    isFewReplies,
  });
  if (round.kind === "lasting") return endLasting(tx, now, priority, round, poll);
  const decided = await takePriorityStep(tx, { actor, now }, priority, {
    step: "close-feedback",
    onRecord: ["feedback"],
    action: "feedback.close",
  });
  if (!decided.ok) throw new Error("A round was open on a priority that residents were not asked about.");
  const isReturned = !poll.isPassed && !isFewReplies;
  if (isReturned)
    await takePriorityStep(tx, { actor, now }, decided.priority, {
      step: "return-by-poll",
      onRecord: ["feedback"],
      reason: `${enoughPercent(poll) ?? 0} % of those who know said that it is enough, and ${settings.feedbackPassPercent} % are needed.`,
      action: "priority.return",
    });
  await tellResponsible(tx, priority.neighbourhoodId, {
    at: now,
    kind: "new",
    line: isReturned
      ? `${priority.reference}: residents returned it. Read why, and analyse it again`
      : `${priority.reference}: residents have answered. Call the panel to decide`,
    path: paths.staff.feedback(priority.reference),
  });
}

async function extend(
  tx: Db,
  now: Date,
  priority: Priority,
  round: FeedbackRound,
  replies: number,
  days: number,
): Promise<void> {
  const closesOn = addDays(londonDay(now), days);
  await updateRound(tx, round.id, { isExtended: true, closesOn });
  await tellFollowers(
    tx,
    now,
    priority,
    `Few people have said whether it worked. You can say so until ${dayInWords(closesOn)}.`,
  );
  await tellResponsible(tx, priority.neighbourhoodId, {
    at: now,
    kind: "late",
    line: `${priority.reference}: ${replies} replies of ${round.quorum} needed. Knock on doors or hold a street briefing, and ring key individuals, by ${dayInWords(closesOn)}`,
    path: paths.staff.feedback(priority.reference),
  });
  await recordAudit(tx, actor, now, {
    action: "feedback.extend",
    subjectKind: "priority",
    subjectId: priority.id,
    neighbourhoodId: priority.neighbourhoodId,
    details: { replies, quorum: round.quorum },
  });
}

/** Whether it stayed that way is told to all, and to the team: what came back can be opened again. */
async function endLasting(
  tx: Db,
  now: Date,
  priority: Priority,
  round: FeedbackRound,
  { replies, knowing, enough, isPassed }: Poll,
): Promise<void> {
  const isHidden = isTooFewToShow(replies);
  const said =
    replies === 0
      ? "nobody answered whether it has stayed that way"
      : isHidden
        ? "so few answered that what they said is not shown"
        : knowing === 0
          ? "nobody said that they know whether it has stayed that way"
          : `${enough} of the ${knowing} who know say that it has stayed solved, or better and enough`;
  await tellResult(tx, now, priority, `Residents were asked once more: ${said}.`);
  await tellResponsible(tx, priority.neighbourhoodId, {
    at: now,
    kind: isPassed || replies === 0 || isHidden ? "new" : "late",
    line: `${priority.reference}: ${said}`,
    path: paths.staff.endPriority(priority.reference),
  });
  await recordAudit(tx, actor, now, {
    action: "feedback.close",
    subjectKind: "priority",
    subjectId: priority.id,
    neighbourhoodId: priority.neighbourhoodId,
    details: { round: round.number, kind: round.kind },
  });
}
