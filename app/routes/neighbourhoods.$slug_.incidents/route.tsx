import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { SeriesChart } from "#app/components/chart/series-chart.tsx";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { incidentSeries } from "#app/domain/measure/incident-charts.ts";
import { allowPublic } from "#app/http.server.ts";
import { placeOfPage } from "#app/moved-on.server.ts";
import { pageHeaders, publicPage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { recordedIncidents } from "#db/queries/incident-trend.ts";
import { WhatTheseAre } from "./what-these-are.tsx";
import { YearsTable } from "./years-table.tsx";

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data ? `Recorded incidents in ${args.data.name}` : "Page not found",
    description: "What the police recorded, by month and kind.",
    path: args.data ? paths.incidents(args.data.slug) : null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  allowPublic();
  const { id, slug, name } = await placeOfPage(args.context, args, paths.incidents);
  const recorded = await args.context.read((tx) => recordedIncidents(tx, id));
  if (recorded === null) return publicPage({ slug, name, found: null });
  const { source, attribution, months } = recorded;
  return publicPage({
    slug,
    name,
    found: { source, attribution, months, ...incidentSeries(recorded) },
  });
}

export default function Incidents() {
  const { slug, name, found } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-width-container sn-page">
      <Breadcrumbs items={[{ to: paths.neighbourhood(slug), words: name }]} here="Recorded incidents" />
      <h1 className="govuk-heading-xl sn-page__title">Recorded incidents in {name}</h1>
      {found === null ? (
        <p>
          No figures of recorded incidents are loaded yet. This does not mean that there were none. You can
          see what the police publish at{" "}
          <a className="govuk-link" href="https://data.police.uk">
            data.police.uk
          </a>
          .
        </p>
      ) : (
        <>
          <WhatTheseAre {...found} />
          <SeriesChart chart={found.all.chart} heading="h2" />
          <h2 className="govuk-heading-m">By kind</h2>
          {found.kinds.length === 0 ? <p>None was recorded here in these months.</p> : null}
          <YearsTable all={found.all} kinds={found.kinds} />
          <div className="sn-charts">
            {found.kinds.map(({ title, chart }) => (
              <SeriesChart key={title} chart={chart} size="small" />
            ))}
          </div>
        </>
      )}
      <p>
        <Link className="govuk-link" to={paths.raise(slug)}>
          Tell the team what troubles you in {name}
        </Link>
      </p>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
