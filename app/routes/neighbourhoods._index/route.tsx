import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { SearchForm } from "#app/components/search-form.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { useHydrated } from "#app/components/use-hydrated.ts";
import { allowPublic } from "#app/http.server.ts";
import { pageHeaders, publicPage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { DistrictList } from "./district-list.tsx";
import { filterDistricts, groupByDistrict } from "./group-by-district.ts";

const mostLetters = 100;

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: "Neighbourhoods",
    description: "Every neighbourhood and its police team, by district and name.",
    path: paths.neighbourhoods(),
  });

export const headers = pageHeaders;

export function loader({ request, context: { finder } }: LoaderFunctionArgs) {
  allowPublic();
  const words = (new URL(request.url).searchParams.get("q") ?? "").trim().slice(0, mostLetters);
  return publicPage({ words, districts: groupByDistrict(finder.neighbourhoods, finder.districts) });
}

export default function Neighbourhoods() {
  const { words, districts } = useLoaderData<typeof loader>();
  const isHydrated = useHydrated();
  // What was asked by address holds until something else is typed.
  const [typed, setTyped] = useState<string | null>(null);
  const filter = typed ?? words;
  const shown = filterDistricts(districts, filter);
  const count = shown.reduce((sum, district) => sum + district.neighbourhoods.length, 0);
  return (
    <div className="govuk-width-container sn-page">
      <h1 className="govuk-heading-xl">Neighbourhoods</h1>
      <SearchForm
        action={paths.neighbourhoods()}
        label="Name or district"
        words={words}
        onWords={isHydrated ? setTyped : undefined}
      />
      <p role="status" className="sn-quiet">
        {filter.trim() === ""
          ? `${count} neighbourhoods`
          : `${count} ${count === 1 ? "neighbourhood matches" : "neighbourhoods match"} “${filter.trim()}”`}
      </p>
      <DistrictList districts={shown} />
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
