import { addDays, type Day } from "#app/domain/team/day.ts";
import type { Problem } from "../problems/problem.ts";
import type { Random } from "../random.ts";
import type { Life, ToldRound } from "./life.ts";
import { monthOf } from "./months.ts";
import type { Assessed, Figures, Share } from "./story.ts";
import { between } from "./telling.ts";

const monthsBefore = 12;
const mostMonths = 26;
/** How long figures are still typed in after the end, so that one sees whether it lasted. */
const watchedDays = 120;
// The work reaches its target almost; where residents refused it, a third of the way.
const wholeWay = 0.98;
const thirdOfTheWay = 0.35;
const firstMonth = 0.65;

const meanOf = (values: readonly number[]) =>
  Math.round(values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length));

const fellShort = (round: ToldRound | undefined) =>
  round !== undefined && !round.isFewReplies && (!round.isPassed || round.panel?.isFor === false);

// What happens by chance differs by about the root of how often it happens; four throws together are nearly a bell.
const countAbout = (random: Random, mean: number): number => {
  const chance = (random.next() + random.next() + random.next() + random.next() - 2) * 1.3;
  return Math.max(0, Math.round(mean + chance * Math.sqrt(mean)));
};

/** How far the work has brought it by a month: nought is as before, one is the target. */
function wayBy({ stretches, rounds }: Life, month: Day): number {
  let way = 0;
  stretches.forEach(({ from, opened }, at) => {
    const liveOn = opened.get("response-live");
    // What came back did so before the work began again.
    if (at > 0 && !fellShort(rounds[at - 1]) && month >= monthOf(from, -1)) way = 0.15;
    if (liveOn === undefined || month < monthOf(liveOn)) return;
    const reached = fellShort(rounds[at]) ? thirdOfTheWay : wholeWay;
    way = month === monthOf(liveOn) ? way + (reached - way) * firstMonth : reached;
  });
  return way;
}

/** What was counted about a problem from a year before the work until today, or until it was over for a while. */
export function figuresOf(
  random: Random,
  { count: { usual, factor } }: Problem,
  life: Life,
  { today, endedOn, closedOn }: { today: Day; endedOn: Day | null; closedOn: Day | null },
): Figures {
  const begun = monthOf(life.heldOn);
  const watchedUntil = endedOn === null ? today : addDays(endedOn, watchedDays);
  const last = monthOf(watchedUntil < today ? watchedUntil : today, -1);
  const level = between(random, usual[0], usual[1]);
  const months: { on: Day; value: number }[] = [];
  for (let at = -monthsBefore; at < mostMonths - monthsBefore; at += 1) {
    const on = monthOf(begun, at);
    if (on > last) break;
    const way = closedOn === null ? wayBy(life, on) : 0.5;
    const mean = level * (1 + (factor - 1) * (on < begun ? 0 : way));
    months.push({ on, value: countAbout(random, mean) });
  }
  const meanIn = (first: Day, end: Day) =>
    meanOf(months.filter(({ on }) => on >= first && on <= end).map(({ value }) => value));
  const baselineMonths = [monthOf(begun, -3), monthOf(begun, -1)] as const;
  const baseline = meanIn(...baselineMonths);

  const until = closedOn ?? today;
  const assessments = life.stretches.flatMap(({ opened, reportOn }, at): Assessed[] => {
    const [assessedOn, liveOn] = [opened.get("assessment"), opened.get("response-live")];
    if (assessedOn === undefined || liveOn === undefined || assessedOn >= until) return [];
    const end = monthOf(reportOn < today ? reportOn : today, -1);
    const earliest = monthOf(liveOn, 1) > end ? end : monthOf(liveOn, 1);
    const first = monthOf(end, -2) > earliest ? monthOf(end, -2) : earliest;
    const [yearFirst, yearEnd] = [monthOf(first, -12), monthOf(end, -12)];
    return [
      {
        value: meanIn(first, end),
        months: [first, end],
        yearEarlier: yearFirst >= monthOf(begun, -monthsBefore) ? meanIn(yearFirst, yearEnd) : null,
        isEnough: !fellShort(life.rounds[at]),
      },
    ];
  });
  return {
    months,
    baselineMonths,
    baseline,
    target: Math.max(1, Math.round(baseline * factor)),
    assessments,
    survey: surveyOf(random, begun, assessments.at(-1)),
    comparison: comparisonOf(random, level),
  };
}

function surveyOf(random: Random, begun: Day, last: Assessed | undefined): Figures["survey"] {
  const before: Share = {
    on: monthOf(begun, 1),
    percent: between(random, 22, 44),
    asked: between(random, 38, 96),
  };
  const gain = last?.isEnough === false ? between(random, 2, 7) : between(random, 17, 30);
  const asked = between(random, 38, 96);
  // One figure a month: who was asked before and after in the same month was asked once.
  if (last === undefined || last.months[1] <= before.on) return { before, after: null };
  return { before, after: { on: last.months[1], percent: before.percent + gain, asked } };
}

function comparisonOf(random: Random, level: number): Figures["comparison"] {
  const before = Math.round(level * (0.8 + random.next() * 0.4));
  return { before, after: Math.round(before * (0.92 + random.next() * 0.18)) };
}
