import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Quarters } from "#app/components/abstraction/quarters.tsx";
import { Sentence } from "#app/components/abstraction/sentence.tsx";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { noFigureYet } from "#app/domain/abstraction/public-sentence.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { allowPublic } from "#app/http.server.ts";
import { placeOfPage } from "#app/moved-on.server.ts";
import { pageHeaders, publicPage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { teamTimeOf } from "#app/team-time.server.ts";

const quartersShown = 8;

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data ? `Your team’s time in ${args.data.name}` : "Page not found",
    description: "How many of your team’s duty hours were spent on neighbourhood policing.",
    path: args.data ? paths.teamTime(args.data.slug) : null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  allowPublic();
  const { read, now } = args.context;
  const { id, slug, name } = await placeOfPage(args.context, args, paths.teamTime);
  const today = londonDay(now);
  const time = await read((tx) => teamTimeOf(tx, id, today, quartersShown));
  return publicPage({ slug, name, ...time, noFigure: noFigureYet(today) });
}

export default function TeamTime() {
  const { slug, name, quarters, sentence, noFigure } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-width-container sn-page">
      <Breadcrumbs items={[{ to: paths.neighbourhood(slug), words: name }]} here="Your team’s time" />
      <h1 className="govuk-heading-xl sn-page__title">Your team’s time in {name}</h1>
      {sentence === null ? <p className="govuk-body-l">{noFigure}</p> : <Sentence {...sentence} />}
      {quarters.length === 0 ? null : <Quarters name={name} quarters={quarters} />}
      <h2 className="govuk-heading-m">What counts</h2>
      <p>
        Duty hours are the hours for which the team’s sergeant, constables and community support officers were
        at work for the neighbourhood. Leave and sickness are not among them. When they are taken for other
        work, such as covering a response shift or guarding a prisoner, that is an abstraction. It counts
        whoever asked, and however worthwhile the work was.
      </p>
      <p>
        <Link className="govuk-link" to={paths.abstraction()}>
          What counts as an abstraction, and the figures of the whole force
        </Link>
      </p>
      <p>
        <a className="govuk-link" href={paths.api.abstractionDownloadOf(slug)} download>
          Download these figures (CSV)
        </a>
      </p>
      <p className="sn-quiet">
        Figures are given by quarter, a month after it is over, and never in hours: nobody is to learn from
        them when few officers are about, or what one of them did.
      </p>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
