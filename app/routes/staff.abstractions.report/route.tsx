import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { abstractionFrameOf } from "#app/components/abstraction/abstraction-frame.ts";
import { AbstractionPage } from "#app/components/abstraction/abstraction-page.tsx";
import { CausesPart } from "#app/components/abstraction/causes-part.tsx";
import { FigureList } from "#app/components/abstraction/figure-list.tsx";
import { PartsTable } from "#app/components/abstraction/parts-table.tsx";
import { SeriesChart } from "#app/components/chart/series-chart.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { wholeForce } from "#app/domain/abstraction/area.ts";
import { readMonth } from "#app/domain/abstraction/month-asked.ts";
import { rateReaderOf } from "#app/domain/abstraction/rate-reader.ts";
import { rateReaders } from "#app/domain/abstraction/reading.ts";
import { reportView } from "#app/domain/abstraction/report-view.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { monthInWords } from "#app/domain/measure/month.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { requireActorOfAny } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { readReport } from "#db/queries/abstraction-report-page.ts";
import { Breaches } from "./breaches.tsx";
import { DefinitionPart } from "./definition-part.tsx";

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data ? `Abstraction report, ${monthInWords(args.data.month)}` : "Page not found",
    description: "A month of abstraction for the board, to print on A4.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActorOfAny(args, rateReaders);
  const reader = rateReaderOf(visit.actor);
  if (reader === null) throw notFound();
  const { now } = args.context;
  const month = readMonth(new URL(args.request.url).searchParams.get("month"), now);
  const { improvements, definition, ...read } = await visit.read((tx) => readReport(tx, { month, reader }));
  return privatePage({
    frame: abstractionFrameOf(visit),
    month,
    today: londonDay(now),
    improvements,
    definition,
    view: reportView(read, { month, reader }),
  });
}

export default function Report() {
  const { frame, month, today, improvements, definition, view } = useLoaderData<typeof loader>();
  const { force, charts, bcus, sections, breaches, teams } = view;
  const { words, figure, change, causes, control } = force;
  const total = figure === null ? null : { area: wholeForce, figure, change };
  return (
    <AbstractionPage frame={frame} title={`Abstraction report, ${monthInWords(month)}`}>
      <p className="sn-report__marking" aria-hidden="true">
        OFFICIAL-SENSITIVE
      </p>
      <article className="sn-report">
        {words.map((sentence, at) => (
          <p key={sentence} className={at === 0 ? "sn-rates__sentence" : "sn-rates__caution"}>
            {sentence}
          </p>
        ))}
        {figure === null ? null : (
          <section className="sn-rates__part">
            <h2 className="govuk-heading-m">The force in figures</h2>
            <FigureList figure={figure} change={change} />
          </section>
        )}
        {charts.slice(0, 1).map((chart) => (
          <SeriesChart key={chart.title} chart={chart} heading="h2" />
        ))}
        {control === null ? null : (
          <section className="sn-rates__part">
            <h2 className="govuk-heading-m">Drift or chance</h2>
            {control.words.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </section>
        )}
        {total === null ? null : (
          <section className="sn-rates__part">
            <h2 className="govuk-heading-m">By BCU and section</h2>
            <PartsTable parts={bcus} total={total} month={month} />
            <PartsTable parts={sections} kind="section" total={total} month={month} />
          </section>
        )}
        {causes === null ? null : <CausesPart causes={causes} />}
        <Breaches breaches={breaches} teams={teams} improvements={improvements} />
        <DefinitionPart definition={definition} />
        <p className="sn-report__made">
          Made on {dayInWords(today)} from the figures of that day. No officer is named in it.
        </p>
      </article>
    </AbstractionPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
