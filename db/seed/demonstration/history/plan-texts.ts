import { addDays, type Day } from "#app/domain/team/day.ts";
import type { OutcomeRating, PlanFieldName } from "#app/domain/plan/fields.ts";
import { monthsInWords } from "./months.ts";
import type { Assessed, Story } from "./story.ts";

type Texts = Partial<Record<PlanFieldName, string>>;

/** Puts a place and figures into words of the bank. */
export const said = (
  words: string,
  { place, figures }: Pick<Story, "place" | "figures">,
  assessed: Assessed | undefined = figures.assessments.at(-1),
): string =>
  words
    .replaceAll("{place}", place)
    .replaceAll("{baseline}", String(figures.baseline))
    .replaceAll("{target}", String(figures.target))
    .replaceAll("{after}", String(assessed?.value ?? figures.baseline));

function ratingOf(
  { figures: { baseline, target }, problem: { count } }: Story,
  after: Assessed,
): OutcomeRating {
  const share = Math.abs(after.value - baseline) / Math.max(1, Math.abs(target - baseline));
  return share >= 0.6
    ? count.aim === "up"
      ? "better-handled"
      : "reduced"
    : share >= 0.25
      ? "less-harm"
      : "no-change";
}

/** What stands in each field of a plan once it is written. */
export function planTexts(story: Story): Texts {
  const { problem, figures, life, random } = story;
  const { baselineMonths, baseline, target, assessments, survey, comparison } = figures;
  const after = assessments.at(-1);
  const written = Object.fromEntries(
    Object.entries(problem.texts).map(([name, words]) => [name, said(words, story)]),
  );
  const { before } = survey;
  return {
    ...written,
    baseline: String(baseline),
    baselinePeriod: monthsInWords(...baselineMonths),
    target: String(target),
    targetDate: targetDateOf(life.heldOn),
    product: `Problem profile ${100 + random.index(900)}, kept by the analyst`,
    ...(after === undefined
      ? {}
      : {
          after: String(after.value),
          afterPeriod: monthsInWords(...after.months),
          ...(after.yearEarlier === null ? {} : { seasonBefore: String(after.yearEarlier) }),
          comparison: `In a neighbourhood like this one it went from ${comparison.before} to ${comparison.after} in the same time.`,
          ...(survey.after === null
            ? {}
            : {
                feelingSafe: `${survey.after.percent} of 100 ${problem.survey}: ${survey.after.asked} were asked. Before, it was ${before.percent} of 100, and ${before.asked} were asked.`,
              }),
          rating: ratingOf(story, after),
          notAchieved: after.isEnough ? problem.outcome.notAchieved : problem.outcome.short,
        }),
  };
}

const targetDateOf = (heldOn: Day): Day => addDays(heldOn, 196);
