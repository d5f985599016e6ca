import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { History } from "#app/components/concern/history.tsx";
import { peopleInWords } from "#app/components/concern/people-in-words.ts";
import { stateInPublic } from "#app/components/concern/state-in-public.ts";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { categoryWords } from "#app/domain/concern/categories.ts";
import { publicHistory } from "#app/domain/concern/public-history.ts";
import { readReference } from "#app/domain/reference/reference.ts";
import { allowPublic, notFound } from "#app/http.server.ts";
import { pageHeaders, publicPage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { listConcernEvents } from "#db/queries/own-concern.ts";
import { findPublicConcern, openStates } from "#db/queries/public-concern.ts";
import { TakePart } from "./take-part.tsx";
import { WhatBecame } from "./what-became.tsx";

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.title ?? "Page not found",
    description: args.data?.summary ?? "A concern that residents raised with their neighbourhood team.",
    path: args.data ? paths.concern(args.data.reference) : null,
  });

export const headers = pageHeaders;

export async function loader({ params, context: { read, finder } }: LoaderFunctionArgs) {
  allowPublic();
  const typed = params["reference"] ?? "";
  const reference = readReference("concern", typed);
  if (reference === null) throw notFound();
  if (reference !== typed) return redirect(paths.concern(reference));
  const found = await read(async (tx) => {
    const concern = await findPublicConcern(tx, reference);
    return concern === null ? null : { concern, steps: await listConcernEvents(tx, concern.id) };
  });
  if (found === null) throw notFound();
  const { neighbourhoodId, publishedAt, title, summary, state, ...concern } = found.concern;
  const neighbourhood = finder.neighbourhoods.find((each) => each.id === neighbourhoodId);
  return publicPage({
    ...concern,
    state,
    title: title ?? "",
    summary: summary ?? "",
    isOpen: openStates.some((open) => open === state),
    neighbourhood:
      neighbourhood === undefined ? null : { slug: neighbourhood.slug, name: neighbourhood.name },
    steps: publishedAt === null ? [] : publicHistory(found.steps, publishedAt),
  });
}

export default function PublicConcern() {
  const concern = useLoaderData<typeof loader>();
  const { title, summary, place, raisers, category, state, neighbourhood, steps, reference } = concern;
  const { words, tone } = stateInPublic(state);
  return (
    <div className="govuk-width-container sn-page">
      <Breadcrumbs
        items={
          neighbourhood === null
            ? [{ to: paths.neighbourhoods(), words: "Neighbourhoods" }]
            : [{ to: paths.neighbourhood(neighbourhood.slug), words: neighbourhood.name }]
        }
        here={reference}
      />
      <div className="sn-page--text">
        <span className="govuk-caption-l">{categoryWords[category].name}</span>
        <h1 className="govuk-heading-xl sn-page__title">{title}</h1>
        <p>
          <Tag tone={tone}>{words}</Tag>
        </p>
        <p className="govuk-body-l">{summary}</p>
        {place === null || place === "" ? null : (
          <p>
            <strong>Where:</strong> {place}
          </p>
        )}
        <p className="sn-raisers">{peopleInWords(raisers)} raised this.</p>
        {state === "shortlisted" && neighbourhood !== null ? (
          <p>
            <Link className="govuk-link" to={paths.vote(neighbourhood.slug)}>
              The vote in {neighbourhood.name}
            </Link>
          </p>
        ) : null}
        <WhatBecame {...concern} />
        <TakePart {...concern} />
        <h2 className="govuk-heading-m">What has happened</h2>
        <History steps={steps} />
        <p className="sn-quiet">
          Staff wrote this summary. What residents said in their own words is never published.
        </p>
        <p>
          <a className="govuk-link" href={paths.reportPage("concern", reference)}>
            Report a problem with this page
          </a>
        </p>
      </div>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
