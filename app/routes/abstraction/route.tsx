import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CodeTable } from "#app/components/abstraction/code-table.tsx";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { Paragraphs } from "#app/components/practice/paragraphs.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { forceSentence } from "#app/domain/abstraction/area-words.ts";
import { agreedInWords } from "#app/domain/abstraction/definition-words.ts";
import { addMonths } from "#app/domain/abstraction/month.ts";
import { areasOf } from "#app/domain/abstraction/published-series.ts";
import { lastPublishable, nextPublication } from "#app/domain/abstraction/publishing.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { allowPublic } from "#app/http.server.ts";
import { pageHeaders, publicPage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { definitionAt, listDefinitions } from "#db/queries/abstraction-definition.ts";
import { publishedOfAreas } from "#db/queries/abstraction-published.ts";
import { Areas } from "./areas.tsx";
import { Versions } from "./versions.tsx";

const monthsShown = 12;

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Neighbourhood duty used for other work",
    description: "What counts as an abstraction, who agreed it, and how often it happens in the force.",
    path: paths.abstraction(),
  });

export const headers = pageHeaders;

export async function loader({ context: { read, now } }: LoaderFunctionArgs) {
  allowPublic();
  const today = londonDay(now);
  const to = lastPublishable("month", today);
  const found = await read(async (tx) => ({
    rows: await publishedOfAreas(tx, { from: addMonths(to, 1 - monthsShown), to }),
    definition: await definitionAt(tx, today),
    definitions: await listDefinitions(tx),
  }));
  const { version, words, notes, codes, ...agreed } = found.definition;
  return publicPage({
    areas: areasOf(found.rows),
    nextOn: nextPublication("month", today),
    definition: { version, words, notes, codes, agreed: agreedInWords(agreed) },
    versions: found.definitions.map(({ version, effectiveFrom, change, ...agreed }) => ({
      version,
      effectiveFrom,
      change,
      agreed: agreedInWords(agreed),
      isAhead: effectiveFrom > today,
    })),
  });
}

export default function Abstraction() {
  const { areas, nextOn, definition, versions } = useLoaderData<typeof loader>();
  const latest = areas.find(({ bcu }) => bcu === null)?.months.at(-1);
  return (
    <div className="govuk-width-container sn-page">
      <Breadcrumbs items={[{ to: paths.neighbourhoods(), words: "Neighbourhoods" }]} here="Abstraction" />
      <h1 className="govuk-heading-xl sn-page__title">Neighbourhood duty used for other work</h1>
      <p className="govuk-body-l">
        {latest === undefined
          ? `No figure is published yet. Figures of a month come a month after it is over: the next are due on ${dayInWords(nextOn)}.`
          : forceSentence(latest)}
      </p>
      <Areas areas={areas} breaks={versions} />
      <h2 className="govuk-heading-l" id="definition">
        What counts as an abstraction
      </h2>
      <Paragraphs words={definition.words} />
      <Paragraphs words={definition.notes} />
      <p>{definition.agreed}</p>
      <CodeTable codes={definition.codes} version={definition.version} />
      <Versions versions={versions} />
      <h2 className="govuk-heading-m">Use the figures</h2>
      <p>
        They are open data, for anybody to use under the{" "}
        <a
          className="govuk-link"
          href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
          rel="license"
        >
          Open Government Licence v3.0
        </a>
        :{" "}
        <a className="govuk-link" href={paths.api.abstractionDownload()} download>
          as a spreadsheet (CSV)
        </a>{" "}
        or{" "}
        <a className="govuk-link" href={paths.api.abstraction()}>
          as JSON
        </a>
        .
      </p>
      <p className="sn-quiet">
        Months are published a month after they are over; nothing here is of today or of days to come. Of
        areas with fewer than three posts only a range is given, so that no figure is about one or two people.
        When something is recorded later, the figure is published anew and the old one kept.
      </p>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
