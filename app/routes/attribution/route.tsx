import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dateInWords } from "#app/components/date-in-words.ts";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import type { EditionLabel } from "#app/domain/edition/edition.ts";
import { allowPublic } from "#app/http.server.ts";
import { pageHeaders, publicPage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { editionsInForce } from "#db/queries/edition.ts";
import { Licences } from "./licences.tsx";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Sources and licences",
    description: "Where the boundaries, postcodes and places come from, and by whose leave.",
    path: paths.attribution(),
  });

export const headers = pageHeaders;

export async function loader({ context: { read, mapTiles } }: LoaderFunctionArgs) {
  allowPublic();
  const editions = await read(editionsInForce);
  return publicPage({
    isIllustrative: editions.boundaries?.isIllustrative ?? false,
    inForce: [
      { term: "Boundaries", edition: toLabel(editions.boundaries) },
      { term: "Postcodes", edition: toLabel(editions.postcodes) },
      { term: "Places", edition: toLabel(editions.places) },
      { term: "Structure", edition: toLabel(editions.structure) },
      { term: "Teams", edition: toLabel(editions.teams) },
    ],
    tilesAttribution: mapTiles?.attribution ?? null,
  });
}

/** What a reader may know of an edition: not its digest. */
const toLabel = (edition: EditionLabel | null) =>
  edition && { source: edition.source, date: edition.date, attribution: edition.attribution };

export default function Attribution() {
  const { isIllustrative, inForce, tilesAttribution } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <h1 className="govuk-heading-xl">Sources and licences</h1>
      <h2 className="govuk-heading-l">In use now</h2>
      {isIllustrative ? (
        <InsetText>
          The boundaries are illustrative: they were drawn for a demonstration and are nobody’s official
          areas.
        </InsetText>
      ) : null}
      <SummaryList
        rows={inForce.map(({ term, edition }) => ({
          term,
          value:
            edition === null
              ? "None loaded"
              : `${edition.source}${edition.date === null ? "" : `, ${dateInWords(edition.date)}`}. ${edition.attribution}`,
        }))}
      />
      {tilesAttribution === null || tilesAttribution === "" ? null : (
        <p>Map background: {tilesAttribution}</p>
      )}
      <Licences />
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
