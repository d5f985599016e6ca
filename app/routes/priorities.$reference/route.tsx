import { data, redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { History } from "#app/components/concern/history.tsx";
import { FeedLink } from "#app/components/following/feed-link.tsx";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { StateTag } from "#app/components/priority/state-tag.tsx";
import { ReportProblem } from "#app/components/report-problem.tsx";
import { feedMeta } from "#app/components/site/feed-meta.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { categoryWords } from "#app/domain/concern/categories.ts";
import { readReference } from "#app/domain/reference/reference.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { allowPublic, notFound } from "#app/http.server.ts";
import { pageHeaders, publicPage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { versionOfCard } from "#app/services/priority/render-card.server.ts";
import { shareCardOf } from "#app/share-card.server.ts";
import { Contents } from "./contents.tsx";
import { DidYouAgree } from "./did-you-agree.tsx";
import { readPage } from "./read-page.server.ts";
import { shownPage } from "./shown-page.server.ts";
import { TakePart } from "./take-part.tsx";
import { WeDid } from "./we-did.tsx";
import { WhatChanged } from "./what-changed.tsx";
import { YouSaid } from "./you-said.tsx";

export const meta: MetaFunction<typeof loader> = (args) => {
  const { data: page } = args;
  if (!page) return pageMeta(args, { title: "Page not found", description: "A local priority.", path: null });
  const { reference, title, statement, stateWords, neighbourhood, card } = page;
  return [
    ...pageMeta(args, {
      title,
      description: statement,
      path: paths.priority(reference),
      picture: {
        path: paths.priorityCard(reference, card),
        alt: `${title}, ${neighbourhood.name}: ${stateWords}`,
      },
    }),
    feedMeta(`What changed: ${title}`, paths.priorityChanges(reference)),
  ];
};

export const headers = pageHeaders;

export async function loader({ params, context }: LoaderFunctionArgs) {
  allowPublic();
  const typed = params["reference"] ?? "";
  const reference = readReference("priority", typed);
  if (reference === null) throw notFound();
  if (reference !== typed) return redirect(paths.priority(reference));
  const { read, finder, now } = context;
  const found = await read((tx) => readPage(tx, reference));
  if (found === null) throw notFound();
  if (found.priority.takenDownAt !== null) throw data({ message: "Taken down" }, { status: 410 });
  const nameOf = (slug: string) => finder.bySlug(slug)?.name ?? null;
  return publicPage({
    ...shownPage(found, londonDay(now), nameOf),
    card: versionOfCard(shareCardOf(context, found.priority)),
  });
}

export default function Priority() {
  const page = useLoaderData<typeof loader>();
  const { reference, title, state, stateWords, category, neighbourhood, chosenIn, remarks } = page;
  const { slug } = neighbourhood;
  return (
    <div className="govuk-width-container sn-page">
      <Breadcrumbs
        items={[
          { to: paths.neighbourhood(slug), words: neighbourhood.name },
          { to: paths.neighbourhoodPriorities(slug), words: "Priorities" },
        ]}
        here={reference}
      />
      <div className="sn-page--text sn-priority">
        <span className="govuk-caption-l">
          {categoryWords[category].name}, {neighbourhood.name}
        </span>
        <h1 className="govuk-heading-xl sn-page__title">{title}</h1>
        <p>
          <StateTag state={state} words={stateWords} />
        </p>
        {chosenIn === null ? null : (
          <p>
            Chosen in{" "}
            <Link className="govuk-link" to={paths.neighbourhood(chosenIn.slug)}>
              {chosenIn.name ?? "a neighbourhood"}
            </Link>{" "}
            before its boundaries changed.
          </p>
        )}
        {remarks.length === 0 ? null : (
          <InsetText>
            {remarks.map((words) => (
              <p key={words}>{words}</p>
            ))}
          </InsetText>
        )}
        <Contents />
        <YouSaid {...page.youSaid} />
        <WeDid work={page.work} joint={page.joint} past={page.engagement?.past ?? []} />
        <WhatChanged change={page.change} />
        <DidYouAgree reference={reference} slug={slug} agreement={page.agreement} />
        <TakePart reference={reference} slug={slug} ahead={page.engagement?.ahead ?? []} />
        <section aria-labelledby="steps">
          <h2 className="govuk-heading-l" id="steps">
            What has happened
          </h2>
          <History steps={page.steps} />
        </section>
        <div className="sn-no-print">
          <FeedLink href={paths.priorityChanges(reference)} />
          <ReportProblem kind="priority" reference={reference} />
        </div>
      </div>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
