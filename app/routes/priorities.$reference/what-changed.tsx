import { SeriesChart } from "#app/components/chart/series-chart.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import type { ShownChange } from "./shown-plan.server.ts";

/** What has changed since: what was reported, the figures, and what was checked. */
export function WhatChanged({ change }: { change: ShownChange | null }) {
  const isNothingSaid =
    change === null || (change.latest === null && change.assessed.length === 0 && change.charts.length === 0);
  return (
    <section aria-labelledby="what-changed">
      <h2 className="govuk-heading-l" id="what-changed">
        What changed
      </h2>
      {isNothingSaid ? (
        <p>It is too early to say. You read here what changed when the work is checked.</p>
      ) : null}
      {change === null ? null : <Reported change={change} />}
      {change?.charts.map((chart) => (
        <SeriesChart key={chart.title} chart={chart} />
      ))}
      {change === null || change.assessed.length === 0 ? null : (
        <>
          <h3 className="govuk-heading-m">What was checked</h3>
          <SummaryList rows={change.assessed} />
        </>
      )}
      {change?.earlier.map(({ on, rows }) => (
        <section key={on}>
          <h3 className="govuk-heading-m">What was reported before, on {on}</h3>
          <SummaryList rows={rows} />
        </section>
      ))}
    </section>
  );
}

function Reported({ change: { rating, latest } }: { change: ShownChange }) {
  return (
    <>
      {rating === null ? null : (
        <p>
          The team says: <strong>{rating}</strong>
        </p>
      )}
      {latest === null ? null : (
        <>
          <h3 className="govuk-heading-m">What the team reported on {latest.on}</h3>
          <SummaryList rows={latest.rows} />
          <p>
            {latest.isCausal
              ? "The team compared it with a like place, and says that the work made the difference."
              : "These figures show that something changed. They do not prove that the work caused it."}
          </p>
        </>
      )}
    </>
  );
}
