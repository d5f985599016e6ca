import { figureInWords, missingMonths, timeInWords, type Chart } from "#app/domain/measure/chart.ts";
import type { Day } from "#app/domain/team/day.ts";

/** The figures of a chart, the latest last; a month without one is a row that says so. */
export function ChartTable({ chart }: { chart: Chart }) {
  const { title, unit, step, points } = chart;
  const hasMargins = points.some(({ margin }) => margin !== null);
  const figures = new Map(points.map((point) => [point.on, point]));
  const days: Day[] = [...figures.keys(), ...missingMonths(chart)].sort();
  return (
    <table className="sn-chart__table">
      <caption className="govuk-visually-hidden">{`${title}: the figures`}</caption>
      <thead>
        <tr>
          <th scope="col">{step === "month" ? "Month" : "Date"}</th>
          <th scope="col">{`${unit.charAt(0).toUpperCase()}${unit.slice(1)}`}</th>
          {hasMargins ? <th scope="col">Give or take</th> : null}
        </tr>
      </thead>
      <tbody>
        {days.map((on) => {
          const point = figures.get(on);
          return (
            <tr key={on}>
              <th scope="row">{timeInWords(step, on)}</th>
              <td>{point === undefined ? "No figure" : figureInWords(point.value)}</td>
              {hasMargins ? <td>{point?.margin ? figureInWords(point.margin) : "Not known"}</td> : null}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
