import { monthFigureInWords } from "#app/domain/abstraction/improvement-words.ts";
import type { TeamMonth } from "#app/domain/abstraction/improvement.ts";
import { completenessOf, rateOf, targetPercent } from "#app/domain/abstraction/rate.ts";
import type { Chart, ChartMark } from "#app/domain/measure/chart.ts";
import { monthInWords } from "#app/domain/measure/month.ts";
import { londonDay } from "#app/domain/team/day.ts";

interface Drawn {
  months: readonly TeamMonth[];
  targetTenths: number | null;
  liveAt: Date | null;
  escalatedAt: Date | null;
}

/** The rate of a team by month, with the promise, the plan's own aim and when it went live. */
export function rateChartOf({ months, targetTenths, liveAt, escalatedAt }: Drawn): Chart {
  const points = months.flatMap((month) => {
    const rate = rateOf(month);
    const isProvisional = completenessOf(month.confirmed, month.duties)?.isProvisional === true;
    return rate === null
      ? []
      : [
          {
            on: month.month,
            value: rate.tenths / 10,
            margin: null,
            words: rate.words,
            note: isProvisional ? "provisional" : null,
          },
        ];
  });
  const last = months.at(-1);
  const mark = (at: Date | null, words: string): ChartMark[] =>
    at === null ? [] : [{ on: londonDay(at), words }];
  return {
    title: "Rate by month",
    unit: "per cent of duty used for other work",
    step: "month",
    points,
    top: null,
    baseline: null,
    target: targetPercent,
    aim: targetTenths === null ? null : targetTenths / 10,
    marks: [...mark(liveAt, "The plan went live"), ...mark(escalatedAt, "Escalated")],
    limits: null,
    words: last === undefined ? [] : [`In ${monthInWords(last.month)}: ${monthFigureInWords(last)}.`],
  };
}
