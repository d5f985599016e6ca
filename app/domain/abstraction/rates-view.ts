import type { Chart } from "#app/domain/measure/chart.ts";
import type { RateArea } from "./area.ts";
import { causesOf, onlyInB, paretoInWords, shortfallsOf, type Cause, type CodeSum } from "./cause.ts";
import { heatOf, type Heat } from "./heat.ts";
import { addMonths, type Month } from "./month.ts";
import { chartsBeside, controlChart, rateAChart } from "./rate-charts.ts";
import { changeInWords, figureOf, type RateFigure } from "./rate-figure.ts";
import { partsFor, type Parts } from "./rate-parts.ts";
import type { RateReader } from "./rate-reader.ts";
import { noFiguresInWords, provisionalInWords, rateInWords } from "./rate-sentence.ts";
import { seriesOf } from "./rate-series.ts";
import type { AreaMonth } from "./sums.ts";

/** What a part of the force was used for in a month. */
export interface Causes {
  codes: Cause[];
  onlyInB: Cause[];
  words: string | null;
  responseTeams: Cause[];
}

const causesIn = (codes: readonly CodeSum[]): Causes => {
  const causes = causesOf(codes);
  return {
    codes: causes,
    onlyInB: onlyInB(codes),
    words: paretoInWords(causes),
    responseTeams: shortfallsOf(codes),
  };
};

/** The dashboard of a part of the force in a month, as one reader sees it. */
export interface RatesView {
  area: RateArea;
  month: Month;
  /** What the figures say, in sentences; what is missing is one of them. */
  words: string[];
  figure: RateFigure | null;
  change: string | null;
  /** The first is rate A; none where only a band is for the reader. */
  charts: Chart[];
  control: Chart | null;
  causes: Causes | null;
  heat: Heat | null;
  parts: Parts | null;
}

interface Read {
  sums: readonly AreaMonth[];
  restated: readonly Month[];
  codes: readonly CodeSum[];
  hours: readonly { hour: number; shares: number }[];
  parts: readonly AreaMonth[];
  known: readonly RateArea[] | null;
}

export function ratesView(
  read: Read,
  { area, month, reader }: { area: RateArea; month: Month; reader: Pick<RateReader, "isBanded"> },
): RatesView {
  const figures = read.sums.map((row) => figureOf(row, reader));
  const series = seriesOf(figures, read.restated, month);
  const figure = series.months.at(-1)?.figure ?? null;
  const before = series.months.find((one) => one.month === addMonths(month, -1))?.figure ?? null;
  const isShown = figure?.rate != null;
  const hasCharts = figures.some(({ rate }) => rate !== null);
  const restated = read.restated.includes(month)
    ? "The published figure of this month was restated: it was corrected after it was published."
    : null;
  return {
    area,
    month,
    words: [
      figure === null ? noFiguresInWords(area, month) : rateInWords(figure),
      figure === null ? null : provisionalInWords(figure),
      restated,
    ].filter((sentence) => sentence !== null),
    figure,
    change: changeInWords(figure?.rate ?? null, before?.rate ?? null),
    charts: hasCharts ? [rateAChart(series), ...chartsBeside(series)] : [],
    control: hasCharts ? controlChart(series) : null,
    causes: isShown ? causesIn(read.codes) : null,
    heat: isShown ? heatOf(read.hours) : null,
    parts:
      read.known === null || figure === null ? null : partsFor(read.parts, read.known, { month, reader }),
  };
}
