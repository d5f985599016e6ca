import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { PracticeBody } from "#app/components/practice/practice-body.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { allowPublic, notFound } from "#app/http.server.ts";
import { pageHeaders, publicPage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { findPublishedPractice } from "#db/queries/public-practice.ts";

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.item.title ?? "Page not found",
    description: "What was done about a problem, and what came of it.",
    path: args.data ? paths.practiceItem(args.data.item.slug) : null,
  });

export const headers = pageHeaders;

export async function loader({ params, context: { read } }: LoaderFunctionArgs) {
  allowPublic();
  const item = await read((tx) => findPublishedPractice(tx, params["slug"] ?? ""));
  if (item === null) throw notFound();
  return publicPage({ item });
}

export default function PracticeItem() {
  const { item } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-width-container sn-page">
      <Breadcrumbs items={[{ to: paths.practice(), words: "Practice" }]} here={item.title} />
      <div className="sn-page--text">
        <h1 className="govuk-heading-xl">{item.title}</h1>
        <PracticeBody
          item={item}
          from={
            item.priority === null ? (
              item.isFromElsewhere ? (
                "Another team’s account, not a priority of one of our neighbourhoods"
              ) : (
                "A priority of one of our neighbourhoods"
              )
            ) : (
              <Link className="govuk-link" to={paths.priority(item.priority)}>
                Priority {item.priority}
              </Link>
            )
          }
        />
      </div>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
