import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { OtherWays } from "#app/components/other-ways.tsx";
import { SearchForm } from "#app/components/search-form.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { allowPublic } from "#app/http.server.ts";
import { pageHeaders, publicPage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { PlaceResults } from "./place-results.tsx";

const mostResults = 20;
const mostLetters = 100;

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data && args.data.words !== "" ? `${args.data.words}: search a place` : "Search a place",
    description: "Search a town, village or estate to find the police team for your neighbourhood.",
    path: paths.placeSearch(),
  });

export const headers = pageHeaders;

export function loader({ request, context: { finder } }: LoaderFunctionArgs) {
  allowPublic();
  const words = (new URL(request.url).searchParams.get("q") ?? "").trim().slice(0, mostLetters);
  return publicPage({ words, matches: words === "" ? [] : finder.searchPlaces(words, mostResults) });
}

export default function Places() {
  const { words, matches } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <h1 className="govuk-heading-xl">Search a place</h1>
      <SearchForm
        action={paths.placeSearch()}
        label="Town, village, estate or neighbourhood"
        hint="For example Chapel-en-le-Frith. Spelling need not be exact."
        words={words}
      />
      {words === "" ? null : <PlaceResults words={words} matches={matches} />}
      {words !== "" && matches.length > 0 ? null : <OtherWays />}
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
