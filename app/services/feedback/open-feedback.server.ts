import { dayInWords } from "#app/domain/account/day-words.ts";
import { platform } from "#app/domain/actor.ts";
import { feedbackQuorum } from "#app/domain/feedback/poll.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { takePriorityStep, tellFollowers } from "#app/services/priority/take-step.server.ts";
import { insertRound, latestRound, votersOf, type FeedbackRound } from "#db/queries/feedback.ts";
import type { Priority } from "#db/queries/priority.ts";
import { readSettings } from "#db/queries/setting.ts";
import type { Db } from "#db/types.ts";

/** Asks residents whether a priority is solved, in the transaction that filed its outcome. */
export async function openFeedback(tx: Db, now: Date, priority: Priority): Promise<FeedbackRound> {
  const settings = await readSettings(tx);
  const today = londonDay(now);
  const voters = await votersOf(tx, priority.id);
  const before = await latestRound(tx, priority.id, "sign-off");
  const round = await insertRound(tx, {
    priorityId: priority.id,
    kind: "sign-off",
    number: (before?.number ?? 0) + 1,
    opensOn: today,
    closesOn: addDays(today, settings.feedbackDays),
    voters,
    quorum: feedbackQuorum(voters, settings),
  });
  const taken = await takePriorityStep(tx, { actor: platform(), now }, priority, {
    step: "open-feedback",
    onRecord: ["outcome"],
    action: "feedback.open",
  });
  if (!taken.ok) throw new Error("Feedback could not be opened on a priority whose outcome was filed.");
  await tellFollowers(
    tx,
    now,
    taken.priority,
    `You can say whether it worked until ${dayInWords(round.closesOn)}.`,
  );
  return round;
}
