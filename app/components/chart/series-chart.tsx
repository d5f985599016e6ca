import { useId } from "react";
import { Details } from "#app/components/govuk/details.tsx";
import { timeInWords, type Chart } from "#app/domain/measure/chart.ts";
import { describeChart, missingInWords } from "#app/domain/measure/describe-chart.ts";
import { ChartSvg } from "./chart-svg.tsx";
import { ChartTable } from "./chart-table.tsx";
import { drawChart, type ChartSize } from "./draw-chart.ts";

interface SeriesChartProps {
  chart: Chart;
  /** `small` is one of many that are looked at together. */
  size?: ChartSize;
  heading?: "h2" | "h3" | "h4";
}

/** One series: what it says in words, its drawing, the dates marked in it, and its figures as a table. */
export function SeriesChart({ chart, size = "full", heading: Heading = "h3" }: SeriesChartProps) {
  const id = useId();
  const { title, unit, points, marks, words } = chart;
  const missing = missingInWords(chart);
  return (
    <figure className={`sn-chart sn-chart--${size}`} aria-labelledby={id}>
      <Heading id={id} className={size === "small" ? "govuk-heading-s" : "govuk-heading-m"}>
        {title}
      </Heading>
      {[...words, ...(missing === null ? [] : [missing])].map((sentence) => (
        <p key={sentence} className="sn-chart__words">
          {sentence}
        </p>
      ))}
      {points.length === 0 ? (
        <p className="sn-chart__words">There are no figures yet.</p>
      ) : (
        <>
          <p className="sn-chart__unit" aria-hidden="true">
            {unit}
          </p>
          <ChartSvg
            drawing={drawChart(chart, size)}
            title={title}
            description={describeChart(chart)}
            hasDots={size === "full"}
          />
          {marks.length === 0 ? null : (
            <ol className="sn-chart__marks">
              {[...marks]
                .sort((one, other) => (one.on < other.on ? -1 : 1))
                .map(({ on, words: what }) => (
                  <li key={`${on} ${what}`}>
                    {timeInWords("day", on)}: {what}
                  </li>
                ))}
            </ol>
          )}
          <Details summary="The figures as a table">
            <ChartTable chart={chart} />
          </Details>
        </>
      )}
    </figure>
  );
}
