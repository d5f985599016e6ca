import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { EditionLine } from "#app/components/edition-line.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { drawCounty } from "#app/components/map/county-picture.ts";
import { CountySvg } from "#app/components/map/county-svg.tsx";
import { MapShell } from "#app/components/map/map-shell.tsx";
import { oncePerFinder } from "#app/components/once-per-finder.ts";
import { SearchForm } from "#app/components/search-form.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { UseMyLocation } from "#app/components/use-my-location.tsx";
import { allowPublic } from "#app/http.server.ts";
import { pageHeaders, publicPage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";

const countyOf = oncePerFinder(({ neighbourhoods }) => drawCounty(neighbourhoods));

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: "Map of neighbourhoods",
    description: "Every neighbourhood on a map, each with its police team.",
    path: paths.map(),
  });

export const headers = pageHeaders;

export function loader({ context: { finder, force, mapTiles } }: LoaderFunctionArgs) {
  allowPublic();
  return publicPage({
    picture: countyOf(finder),
    forceName: force?.shortName ?? "the force area",
    version: finder.version,
    tiles: mapTiles,
    edition: finder.editions.boundaries,
  });
}

export default function MapPage() {
  const { picture, forceName, version, tiles, edition } = useLoaderData<typeof loader>();
  const byName = [...picture.areas].sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
  const label = `Map of the ${picture.areas.length} neighbourhoods of ${forceName}`;
  return (
    <div className="govuk-width-container sn-page">
      <h1 className="govuk-heading-xl sn-page__title">Map of neighbourhoods</h1>
      <p>Choose where you live on the map, search for it, or pick it from the list.</p>
      <div className="sn-map-page">
        <div>
          <SearchForm action={paths.placeSearch()} label="Search a place" words="" />
          <UseMyLocation />
          <Details summary={`Choose from a list of ${picture.areas.length}`}>
            <ul className="govuk-list">
              {byName.map(({ slug, name }) => (
                <li key={slug}>
                  <Link className="govuk-link" to={paths.neighbourhood(slug)}>
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
          </Details>
          <p className="sn-quiet sn-small">
            <EditionLine edition={edition} />
          </p>
        </div>
        <MapShell
          here={null}
          isWhole
          version={version}
          tiles={tiles}
          label={label}
          tones={Object.fromEntries(picture.areas.map(({ slug, tone }) => [slug, tone]))}
          picture={<CountySvg picture={picture} label={label} />}
        />
      </div>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
