import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PracticeList } from "#app/components/practice/practice-list.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { NextPage } from "#app/components/staff/next-page.tsx";
import { termsOf } from "#app/domain/concern/search-stage.ts";
import { allowPublic } from "#app/http.server.ts";
import { pageHeaders, publicPage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { searchPractice } from "#db/queries/public-practice.ts";
import { mostPages, readPracticeQuery, writePracticeQuery } from "./practice-query.ts";
import { PracticeSearch } from "./practice-search.tsx";

const pageSize = 20;

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.query.q ? "Practice found" : "What has worked, and what has not",
    description: "What neighbourhood teams and their partners did about problems, and what came of it.",
    path: paths.practice(),
  });

export const headers = pageHeaders;

export async function loader({ request, context: { read } }: LoaderFunctionArgs) {
  allowPublic();
  const query = readPracticeQuery(new URL(request.url).searchParams);
  const terms = termsOf(query.q);
  const { category, page } = query;
  // Words too short to search for find nothing, where to leave them out would find everything.
  const isEmpty = terms.length === 0 && query.q !== "";
  const rows = isEmpty
    ? []
    : await read((tx) =>
        searchPractice(tx, { terms, category }, { limit: pageSize + 1, offset: (page - 1) * pageSize }),
      );
  return publicPage({
    query,
    found: rows.slice(0, pageSize),
    next:
      rows.length > pageSize && page < mostPages ? writePracticeQuery({ ...query, page: page + 1 }) : null,
  });
}

export default function Practice() {
  const { query, found, next } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <h1 className="govuk-heading-xl">What has worked, and what has not</h1>
      <p className="govuk-body-l">
        What neighbourhood teams and their partners did about problems, and what came of it.
      </p>
      <PracticeSearch query={query} />
      {found.length > 0 ? (
        <PracticeList items={found} />
      ) : (
        <p>
          {query.page > 1
            ? "There is no more."
            : "Nothing was found. Try other words, or every kind of problem."}
        </p>
      )}
      <NextPage to={next === null ? null : paths.practice(next)} />
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
