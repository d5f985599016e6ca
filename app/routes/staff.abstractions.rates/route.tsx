import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { abstractionFrameOf } from "#app/components/abstraction/abstraction-frame.ts";
import { AbstractionPage } from "#app/components/abstraction/abstraction-page.tsx";
import { CausesPart } from "#app/components/abstraction/causes-part.tsx";
import { FigureList } from "#app/components/abstraction/figure-list.tsx";
import { HeatTable } from "#app/components/abstraction/heat-table.tsx";
import { PartsTable } from "#app/components/abstraction/parts-table.tsx";
import { SeriesChart } from "#app/components/chart/series-chart.tsx";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { areaInAddress, readAreaName } from "#app/domain/abstraction/area.ts";
import { lastMonth, monthInAddress, readMonth } from "#app/domain/abstraction/month-asked.ts";
import { rateReaderOf } from "#app/domain/abstraction/rate-reader.ts";
import { ratesView } from "#app/domain/abstraction/rates-view.ts";
import { rateReaders } from "#app/domain/abstraction/reading.ts";
import { requireActorOfAny } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { findArea } from "#db/queries/abstraction-area.ts";
import { readRates } from "#db/queries/abstraction-rates-page.ts";
import { MonthLinks } from "./month-links.tsx";

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data ? `Abstraction rates: ${args.data.view.area.name}` : "Page not found",
    description: "How much neighbourhood duty goes to other work.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActorOfAny(args, rateReaders);
  const reader = rateReaderOf(visit.actor);
  if (reader === null) throw notFound();
  const { searchParams } = new URL(args.request.url);
  const { now } = args.context;
  const month = readMonth(searchParams.get("month"), now);
  const asked = searchParams.get("area");
  const name = asked === null ? null : readAreaName(asked);
  if (asked !== null && name === null) throw notFound();
  const found = await visit.read(async (tx) => {
    const place = await findArea(tx, reader.scope, name);
    return place && { ...place, read: await readRates(tx, place.area, { month, reader }) };
  });
  if (found === null) throw notFound();
  const { area, path, read } = found;
  return privatePage({
    frame: abstractionFrameOf(visit),
    path,
    last: lastMonth(now),
    view: ratesView(read, { area, month, reader }),
  });
}

export default function Rates() {
  const { frame, path, last, view } = useLoaderData<typeof loader>();
  const { area, month, words, figure, change, charts, control, causes, heat, parts } = view;
  const [rateA, ...beside] = charts;
  const query = `area=${encodeURIComponent(areaInAddress(area))}&month=${monthInAddress(month)}`;
  return (
    <AbstractionPage frame={frame} title={`Abstraction rates: ${area.name}`}>
      {path.length === 0 ? null : (
        <Breadcrumbs
          items={path.map((wider) => ({
            to: paths.abstractions.rates(
              `area=${encodeURIComponent(areaInAddress(wider))}&month=${monthInAddress(month)}`,
            ),
            words: wider.name,
          }))}
          here={area.name}
        />
      )}
      {words.map((sentence, at) => (
        <p key={sentence} className={at === 0 ? "sn-rates__sentence" : "sn-rates__caution"}>
          {sentence}
        </p>
      ))}
      <MonthLinks area={area} month={month} last={last} />
      <div className="sn-staff__actions sn-no-print">
        <a className="govuk-link" href={paths.abstractions.ratesDownload(query)}>
          Download as CSV
        </a>
        <a className="govuk-link" href={paths.abstractions.report(`month=${monthInAddress(month)}`)}>
          Board report to print
        </a>
      </div>
      {rateA === undefined ? null : <SeriesChart chart={rateA} heading="h2" />}
      {figure === null ? null : (
        <section className="sn-rates__part">
          <h2 className="govuk-heading-m">The month in figures</h2>
          <FigureList figure={figure} change={change} />
        </section>
      )}
      {parts === null || figure === null ? null : (
        <PartsTable parts={parts} total={{ area, figure, change }} month={month} />
      )}
      {causes === null ? null : <CausesPart causes={causes} />}
      {heat === null ? null : <HeatTable heat={heat} />}
      {control === null ? null : <SeriesChart chart={control} heading="h2" />}
      {beside.length === 0 ? null : (
        <section className="sn-rates__part">
          <h2 className="govuk-heading-m">Beside the rate</h2>
          <div className="sn-charts">
            {beside.map((chart) => (
              <SeriesChart key={chart.title} chart={chart} size="small" />
            ))}
          </div>
        </section>
      )}
    </AbstractionPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
