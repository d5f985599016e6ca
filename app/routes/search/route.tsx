import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { neighbourhoodGroups } from "#app/components/neighbourhood-groups.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { NextPage } from "#app/components/staff/next-page.tsx";
import { termsOf } from "#app/domain/concern/search-stage.ts";
import { allowPublic } from "#app/http.server.ts";
import { pageHeaders, publicPage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { searchPublished } from "#db/queries/search.ts";
import { FoundList } from "./found-list.tsx";
import { SearchFields } from "./search-fields.tsx";
import { mostPages, readSearchQuery, writeSearchQuery } from "./search-query.ts";

const pageSize = 20;

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.query.q ? "Concerns and priorities found" : "Search concerns and priorities",
    description: "What residents raised and what neighbourhoods chose, by words, place, subject or stage.",
    path: paths.search(),
  });

export const headers = pageHeaders;

export async function loader({ request, context: { read, finder } }: LoaderFunctionArgs) {
  allowPublic();
  const query = readSearchQuery(new URL(request.url).searchParams);
  const terms = termsOf(query.q);
  const neighbourhoodId = finder.bySlug(query.neighbourhood)?.id ?? null;
  const { category, stage, page } = query;
  // Words too short to search for find nothing, where to leave them out would find everything.
  const isEmpty = terms.length === 0 && query.q !== "";
  const rows = isEmpty
    ? []
    : await read((tx) =>
        searchPublished(
          tx,
          { terms, neighbourhoodId, category, stage },
          { limit: pageSize + 1, offset: (page - 1) * pageSize },
        ),
      );
  const names = new Map(finder.neighbourhoods.map(({ id, name }) => [id, name]));
  return publicPage({
    query,
    groups: neighbourhoodGroups(finder.neighbourhoods),
    found: rows.slice(0, pageSize).map(({ neighbourhoodId: id, ...row }) => {
      return { ...row, neighbourhood: names.get(id) ?? "A former neighbourhood" };
    }),
    next: rows.length > pageSize && page < mostPages ? writeSearchQuery({ ...query, page: page + 1 }) : null,
  });
}

export default function Search() {
  const { query, groups, found, next } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <h1 className="govuk-heading-xl">Search concerns and priorities</h1>
      <SearchFields query={query} groups={groups} />
      <FoundList found={found} page={query.page} />
      <NextPage to={next === null ? null : paths.search(next)} />
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
