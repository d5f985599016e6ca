import { pollOf } from "#app/domain/feedback/poll.ts";
import {
  saysEnough,
  type FeedbackMode,
  type RoundKind,
  type ToldAnswer as Told,
} from "#app/domain/feedback/answers.ts";
import { defaultSettings } from "#app/domain/settings/settings.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { seedId } from "#db/seed/seed-id.ts";
import type { ToldRound } from "./life.ts";
import { countsOf, mostRepliers, tellLasting } from "./life-rounds.ts";
import { monthsInWords } from "./months.ts";
import { said } from "./plan-texts.ts";
import type { HistoryRows } from "./rows.ts";
import type { Story } from "./story.ts";
import { atHour, pick, type Telling } from "./telling.ts";

const { checkAgainDays } = defaultSettings;
// What a reply keeps of whoever gave it (docs: the retention schedule).
const keptDays = 365;

const modes: readonly FeedbackMode[] = [
  "link",
  "link",
  "link",
  "link",
  "web",
  "web",
  "paper",
  "paper",
  "phone",
];
const tolds: readonly Told[] = ["yes", "yes", "yes", "yes", "partly", "partly", "no"];
const outreach =
  "The team knocked on doors in the streets around, held a street briefing and rang the key individuals of the neighbourhood.";

/** The accounts of residents who say of priorities whether they are solved. Nobody may become them: they have no name. */
export const replierIdsOf = (code: string): string[] =>
  Array.from({ length: mostRepliers }, (_, at) => seedId("account", `replier-${code}-${at + 1}`));

/** Outcome reports, rounds and replies of a priority, as far as today. */
export function addFeedback(telling: Telling, story: Story, rows: HistoryRows): void {
  const { life, random, played } = story;
  for (const round of life.rounds) {
    if (round.opensOn > telling.today || !wasReported(story, round)) continue;
    rows.outcomeReports.push(reportOf(telling, story, round));
    addRound(telling, story, rows, "sign-off", round);
  }
  played.events
    .filter(({ to }) => to === "signed-off")
    .forEach(({ at }, number) => {
      const opensOn = addDays(londonDay(at), checkAgainDays);
      const recurredAt = played.events.find((event) => event.to === "recurred" && event.at > at)?.at;
      if (opensOn > telling.today || (recurredAt !== undefined && londonDay(recurredAt) <= opensOn)) return;
      const round = tellLasting(random, opensOn, life.rounds[0]?.voters ?? 0);
      addRound(telling, story, rows, "lasting", { ...round, number: number + 1 });
    });
}

const wasReported = ({ played }: Story, { opensOn }: ToldRound) =>
  played.events.some(({ to, at }) => to === "feedback-open" && londonDay(at) === opensOn);

function reportOf(
  { id, people }: Telling,
  story: Story,
  round: ToldRound,
): HistoryRows["outcomeReports"][number] {
  const { planId, problem, figures } = story;
  const { outcome, count } = problem;
  const { baseline, baselineMonths, assessments } = figures;
  const assessed = assessments[round.number - 1] ?? assessments.at(-1);
  const isShort = assessed?.isEnough === false;
  return {
    id: id("outcome-report", `${planId}:${round.number}`),
    planId,
    round: round.number,
    done: said(outcome.done, story),
    changed: isShort ? said(outcome.short, story) : said(outcome.changed, story, assessed),
    notAchieved: isShort
      ? "The target was not reached. Residents say below whether it is enough."
      : outcome.notAchieved,
    remains: outcome.remains,
    before: `${baseline} ${count.unit}, ${monthsInWords(...baselineMonths)}`,
    after: `${assessed?.value ?? baseline} ${count.unit}${assessed === undefined ? "" : `, ${monthsInWords(...assessed.months)}`}`,
    isCausal: false,
    filedBy: people.sergeantId,
    filedAt: atHour(round.opensOn, 12),
  };
}

function addRound(
  telling: Telling,
  story: Story,
  rows: HistoryRows,
  kind: RoundKind,
  round: ToldRound,
): void {
  const { id, now, today, at } = telling;
  const { priority, random, problem } = story;
  const roundId = id("feedback-round", `${priority.id}:${kind}:${round.number}`);
  const isClosed = round.closedAt <= now;
  const isExtended = round.isExtended && round.firstClosesOn < today;
  const repliers = random.shuffle(replierIdsOf(at.code));
  const isKept = addDays(londonDay(round.closedAt), keptDays) > today;
  const replies = round.answers
    .filter((answer) => answer.at <= now)
    .map(({ answer, at: repliedAt }, number) => ({
      id: id("feedback-reply", `${roundId}:${number}`),
      roundId,
      accountId: isKept ? (repliers[number] ?? null) : null,
      mode: pick(random, modes),
      answer,
      told: pick(random, tolds),
      words:
        isKept && random.next() < 0.6
          ? pick(random, saysEnough(answer) ? problem.said.enough : problem.said.short)
          : null,
      repliedAt,
      version: 1,
    }));
  const counts = countsOf(replies);
  rows.feedbackRounds.push({
    id: roundId,
    priorityId: priority.id,
    kind,
    number: round.number,
    opensOn: round.opensOn,
    closesOn: isExtended ? round.closesOn : round.firstClosesOn,
    isExtended,
    outreach: isExtended ? outreach : null,
    voters: round.voters,
    quorum: round.quorum,
    ...(isClosed
      ? {
          closedAt: round.closedAt,
          solved: counts.solved,
          betterEnough: counts["better-enough"],
          betterNotEnough: counts["better-not-enough"],
          noChange: counts["no-change"],
          worse: counts.worse,
          dontKnow: counts["dont-know"],
          told: replies.filter(({ told }) => told === "yes").length,
          isPassed: pollOf(counts, defaultSettings).isPassed,
          isFewReplies: replies.length < round.quorum,
        }
      : {}),
  });
  rows.feedbackReplies.push(...replies);
}
