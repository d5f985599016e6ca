import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import type { FeedbackAnswer, FeedbackMode, ToldAnswer } from "#app/domain/feedback/answers.ts";
import { isTakingAnswers } from "#app/domain/feedback/round.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { speaksForAnAgency } from "#db/queries/account.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findVoter } from "#db/queries/ballot.ts";
import { holdRound, keepReply, roundNow } from "#db/queries/feedback.ts";
import { findPriority } from "#db/queries/priority.ts";
import type { Db } from "#db/types.ts";

/** What somebody says of a priority. */
export interface Answered {
  /** Of the priority. */
  reference: string;
  answer: FeedbackAnswer;
  told: ToldAnswer;
  /** Why, in their own words: staff read them, nobody else. */
  words: string | null;
}

const mostWords = 1_000;

export const isOver = refused("form", "Residents are not asked about this priority at the moment");
const onlyResidentsAnswer = refused(
  "form",
  "Only residents say whether it is solved: police and partners take no part",
);

/** Keeps the answer of one resident, once each, changeable until the round closes. Call it as the platform. */
export async function keepAnswer(
  tx: Db,
  { actor, now }: { actor: Actor; now: Date },
  { reference, answer, told, words }: Answered,
  from: { accountId: string; mode: FeedbackMode },
): Promise<Change> {
  const priority = await findPriority(tx, reference);
  if (priority === null) return isOver;
  const latest = await roundNow(tx, priority);
  const round = latest === null ? null : await holdRound(tx, latest.id);
  if (round === null || !isTakingAnswers(round, londonDay(now))) return isOver;
  const resident = await findVoter(tx, from.accountId);
  if (resident === null || (await speaksForAnAgency(tx, resident.emailKey))) return onlyResidentsAnswer;
  const said = words?.trim() ?? "";
  if (said.length > mostWords)
    return refused("words", `Shorten it to ${mostWords} characters or fewer. It has ${said.length}`);
  await keepReply(tx, {
    roundId: round.id,
    accountId: from.accountId,
    mode: from.mode,
    answer,
    told,
    words: said === "" ? null : said,
    repliedAt: now,
  });
  await recordAudit(tx, actor, now, {
    action: from.mode === "web" || from.mode === "link" ? "feedback.reply" : "feedback.enter",
    subjectKind: "priority",
    subjectId: priority.id,
    neighbourhoodId: priority.neighbourhoodId,
  });
  return done;
}
