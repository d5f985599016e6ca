import type { HistoryRows } from "./rows.ts";
import { monthOf } from "./months.ts";
import type { Story } from "./story.ts";
import { atHour, type Telling } from "./telling.ts";
import { addDays } from "#app/domain/team/day.ts";

const capital = (words: string) => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;

/** What is counted for a plan: figures of each month, and what people said before and after. */
export function measureRows(
  { id, people: { analystId, sergeantId }, today }: Telling,
  { planId, problem, figures, life, played }: Story,
): { measures: HistoryRows["measures"]; points: HistoryRows["measurePoints"] } {
  if (played.stage === "draft") return { measures: [], points: [] };
  const countId = id("measure", `${planId}:count`);
  const surveyId = id("measure", `${planId}:survey`);
  const addedBy = analystId ?? sergeantId;
  const { count } = problem;
  const shared = {
    planId,
    incidentKinds: null,
    isPublic: true,
    addedAt: atHour(addDays(life.heldOn, 6), 10),
  };
  const [first, last] = figures.baselineMonths;
  const { before, after } = figures.survey;
  const survey = [before, ...(after === null ? [] : [after])].filter(({ on }) => monthOf(on, 1) <= today);
  const measures: HistoryRows["measures"] = [
    {
      ...shared,
      id: countId,
      kind: "count",
      title: count.title,
      unit: count.unit,
      source: count.source,
      aim: count.aim,
      baseline: figures.baseline,
      target: figures.target,
      baselineFrom: first,
      baselineUntil: monthOf(last, 1),
    },
    {
      ...shared,
      id: surveyId,
      kind: "survey",
      title: capital(problem.survey),
      unit: "in 100 of those asked",
      source: "A short survey on doorsteps, in the street and at the drop-in",
      aim: "up",
      baseline: before.percent,
      target: Math.min(90, before.percent + 20),
      baselineFrom: before.on,
      baselineUntil: monthOf(before.on, 1),
    },
  ];
  return {
    measures: survey.length === 0 ? measures.slice(0, 1) : measures,
    points: [
      ...figures.months.map(({ on, value }) => ({
        measureId: countId,
        on,
        value,
        asked: null,
        addedBy,
        addedAt: atHour(monthOf(on, 1), 10),
      })),
      ...survey.map(({ on, percent, asked }) => ({
        measureId: surveyId,
        on,
        value: percent,
        asked,
        addedBy,
        addedAt: atHour(monthOf(on, 1), 10),
      })),
    ],
  };
}
