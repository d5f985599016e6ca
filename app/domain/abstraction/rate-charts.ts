import type { Chart, ChartPoint } from "#app/domain/measure/chart.ts";
import { controlOf } from "./control.ts";
import { leastComplete, targetPercent } from "./rate.ts";
import { rateBInWords, type RateFigure } from "./rate-figure.ts";
import { comparableOf, type RateSeries, type SeriesMonth } from "./rate-series.ts";

const plain = {
  unit: "per cent",
  step: "month",
  top: null,
  baseline: null,
  target: null,
  marks: [],
  limits: null,
  words: [],
} as const;

function noteOf(figure: RateFigure, isRestated: boolean): string | null {
  const notes = [
    figure.complete?.isProvisional === true ? "provisional" : null,
    isRestated ? "restated" : null,
  ];
  const words = notes.filter((note) => note !== null).join(", ");
  return words === "" ? null : words;
}

/** One figure of each month that has one; the others are gaps. */
const pointsOf = (
  months: readonly SeriesMonth[],
  read: (figure: RateFigure) => { value: number | null; words: string | null },
): ChartPoint[] =>
  months.flatMap(({ month, figure, isRestated }) => {
    if (figure === null) return [];
    const { value, words } = read(figure);
    return value === null
      ? []
      : [{ on: month, value, margin: null, words, note: noteOf(figure, isRestated) }];
  });

const breaksOf = ({ breaks, again }: RateSeries): Pick<Chart, "marks" | "breaks" | "again"> => ({
  marks: breaks.map(({ month, version }) => ({
    on: month,
    words: `definition ${version} begins${again.some((one) => one.version === version) ? `; the year before it is drawn with it as well, as a dashed line` : ""}`,
  })),
  breaks: breaks.map(({ month }) => month),
});

const againOf = (
  { again }: RateSeries,
  read: (figure: RateFigure) => { value: number | null; words: string | null },
): NonNullable<Chart["again"]> =>
  again.map(({ version, figures }) => ({
    words: `With definition ${version}`,
    points: pointsOf(
      figures.map((figure) => ({ month: figure.month, figure, isRestated: false })),
      read,
    ),
  }));

const readA = (figure: RateFigure) => ({ value: figure.percentA, words: figure.words });
const readB = (figure: RateFigure) => ({ value: figure.percentB, words: rateBInWords(figure) });

/** Rate A by month against the target. */
export const rateAChart = (series: RateSeries): Chart => ({
  ...plain,
  ...breaksOf(series),
  again: againOf(series, readA),
  title: "Rate A: the promise",
  unit: "per cent of duty hours",
  target: targetPercent,
  points: pointsOf(series.months, readA),
});

/** What stands beside it: the rate that others compare, what was delivered, and how much is accounted for. */
export const chartsBeside = (series: RateSeries): Chart[] => [
  {
    ...plain,
    ...breaksOf(series),
    again: againOf(series, readB),
    title: "Rate B: with training and court of their own",
    unit: "per cent of duty hours",
    points: pointsOf(series.months, readB),
  },
  {
    ...plain,
    title: "Delivered",
    unit: "per cent of established hours",
    points: pointsOf(series.months, ({ delivered }) => ({
      value: delivered === null ? null : delivered.tenths / 10,
      words: delivered?.words ?? null,
    })),
  },
  {
    ...plain,
    title: "Confirmed in time",
    unit: "per cent of duties",
    top: 100,
    target: leastComplete,
    points: pointsOf(series.months, ({ complete }) => ({
      value: complete === null ? null : complete.tenths / 10,
      words: complete?.words ?? null,
    })),
  },
];

/** Rate A against what is usual here, by one definition throughout. */
export function controlChart(series: RateSeries): Chart {
  const points = comparableOf(series).flatMap((figure) =>
    figure.percentA === null
      ? []
      : [{ on: figure.month, value: figure.percentA, margin: null, words: figure.words, note: null }],
  );
  const { limits, words } = controlOf(points);
  return {
    ...plain,
    title: "Drift or chance",
    unit: "per cent of duty hours; months that are not provisional",
    target: targetPercent,
    limits,
    words: [words],
    points,
  };
}
