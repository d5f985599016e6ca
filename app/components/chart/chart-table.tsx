import {
  figureInWords,
  missingMonths,
  pointInWords,
  timeInWords,
  type Chart,
} from "#app/domain/measure/chart.ts";
import type { Day } from "#app/domain/team/day.ts";

/** The figures of a chart, the latest last; a month without one is a row that says so. */
export function ChartTable({ chart }: { chart: Chart }) {
  const { title, unit, step, points, again = [] } = chart;
  const hasNotes = points.some(({ note }) => note);
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
          {again.map(({ words }) => (
            <th key={words} scope="col">
              {words}
            </th>
          ))}
          {hasNotes ? <th scope="col">Note</th> : null}
        </tr>
      </thead>
      <tbody>
        {days.map((on) => {
          const point = figures.get(on);
          return (
            <tr key={on}>
              <th scope="row">{timeInWords(step, on)}</th>
              <td>{point === undefined ? "No figure" : pointInWords(point)}</td>
              {hasMargins ? <td>{point?.margin ? figureInWords(point.margin) : "Not known"}</td> : null}
              {again.map(({ words, points: others }) => {
                const other = others.find((one) => one.on === on);
                return <td key={words}>{other === undefined ? "" : pointInWords(other)}</td>;
              })}
              {hasNotes ? <td>{point?.note ?? ""}</td> : null}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
