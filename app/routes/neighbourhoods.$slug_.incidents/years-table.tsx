import { figureInWords } from "#app/domain/measure/chart.ts";
import type { IncidentSeries } from "#app/domain/measure/incident-charts.ts";

const shown = (count: number | null) => (count === null ? "Not known" : figureInWords(count));

/** Each kind in the last year and in the year before; nothing where no whole year is loaded. */
export function YearsTable({ all, kinds }: { all: IncidentSeries; kinds: readonly IncidentSeries[] }) {
  if (all.latest === null) return null;
  return (
    <table className="sn-chart__table sn-incidents__years">
      <caption className="govuk-visually-hidden">Recorded incidents by kind and year</caption>
      <thead>
        <tr>
          <th scope="col">Kind</th>
          <th scope="col">Last 12 months</th>
          <th scope="col">The 12 before</th>
        </tr>
      </thead>
      <tbody>
        {[all, ...kinds].map(({ title, latest, before }) => (
          <tr key={title}>
            <th scope="row">{title}</th>
            <td>{shown(latest)}</td>
            <td>{shown(before)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
