import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { History } from "#app/components/concern/history.tsx";
import { VoteResult } from "#app/components/ballot/vote-result.tsx";
import { FollowForm } from "#app/components/following/follow-form.tsx";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { GoneLine } from "#app/components/neighbourhood/gone-line.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { areReceiptsOver } from "#app/domain/ballot/receipt-time.ts";
import { shownResult } from "#app/domain/ballot/shown-result.ts";
import { stageLinesOf } from "#app/domain/cycle/stage-lines.ts";
import { stageWords } from "#app/domain/cycle/stages.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { allowPublic, notFound } from "#app/http.server.ts";
import { pageHeaders, publicPage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { readResolutions } from "#app/services/panel/read-resolutions.server.ts";
import {
  certifiedTally,
  cycleStepsOf,
  extensionsOf,
  findCycle,
  publishedCandidates,
} from "#db/queries/public-cycle.ts";
import { receiptsUntil } from "#app/services/ballot/receipts-until.server.ts";
import { votingPlace } from "#app/voting-place.server.ts";
import { Decision } from "./decision.tsx";
import { readSettings } from "#db/queries/setting.ts";
import { goneOf } from "./gone-of.ts";
import { shortlistOf } from "./shown.server.ts";
import { Shortlist } from "./shortlist.tsx";
import { Stages } from "./stages.tsx";

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data ? `Round ${args.data.number} in ${args.data.name}` : "Page not found",
    description: "The dates, the shortlist, the result of the vote and what the panel decided.",
    path: args.data ? paths.cycle(args.data.slug, args.data.number) : null,
  });

export const headers = pageHeaders;

const numberShape = /^[1-9]\d{0,4}$/;

export async function loader({ params, context }: LoaderFunctionArgs) {
  allowPublic();
  const { db, requestId } = context;
  const { id, slug, name, heirs } = await votingPlace(context, params["slug"]);
  const typed = params["number"] ?? "";
  if (!numberShape.test(typed)) throw notFound();
  const found = await context.read(async (tx) => {
    const cycle = await findCycle(tx, id, Number(typed));
    if (cycle === null) return null;
    return {
      cycle,
      extensions: await extensionsOf(tx, cycle.id),
      steps: await cycleStepsOf(tx, cycle.id),
      candidates: await publishedCandidates(tx, cycle.id),
      tally: await certifiedTally(tx, cycle.id),
      smallest: (await readSettings(tx)).smallestShownCount,
    };
  });
  if (found === null) throw notFound();
  const { cycle, extensions, steps, candidates, tally, smallest } = found;
  const titles = new Map(candidates.map(({ number, title }) => [number, title]));
  const until = tally === null ? null : await receiptsUntil(context, cycle.id);
  return publicPage({
    slug,
    name,
    number: cycle.number,
    gone: heirs === null ? null : goneOf(name, heirs, cycle.stage),
    isInterim: cycle.isInterim,
    stage: cycle.stage,
    stages: stageLinesOf(cycle, extensions),
    shortlist: candidates.length === 0 ? null : shortlistOf(candidates),
    result:
      tally === null
        ? null
        : {
            result: shownResult(tally, titles, smallest),
            countedOn: dayInWords(londonDay(tally.certifiedAt)),
            ballotsPath: paths.api.ballots(cycle.id),
            receiptPath: areReceiptsOver(until, context.now) ? null : paths.receipt(slug, cycle.number),
          },
    meetings: await readResolutions({ db }, requestId, cycle.id),
    steps: steps.map(({ at, line }) => ({ at, line })),
  });
}

export default function Cycle() {
  const { slug, name, number, gone, isInterim, stage, stages, shortlist, result, meetings, steps } =
    useLoaderData<typeof loader>();
  return (
    <div className="govuk-width-container sn-page">
      <Breadcrumbs
        items={[
          { to: paths.neighbourhood(slug), words: name },
          { to: paths.neighbourhoodPriorities(slug), words: "Priorities" },
        ]}
        here={`Round ${number}`}
      />
      <div className="sn-page--text">
        <h1 className="govuk-heading-xl sn-page__title">
          Round {number} in {name}
        </h1>
        {gone === null ? null : <GoneLine {...gone} />}
        <p className="govuk-body-l">
          <strong>{stageWords[stage].name}.</strong> {stageWords[stage].resident}
        </p>
        {stage === "voting" ? (
          <p>
            <Link className="govuk-button" role="button" draggable={false} to={paths.vote(slug)}>
              Vote now
            </Link>
          </p>
        ) : null}
        {stage === "raising" ? (
          <p>
            <Link className="govuk-button" role="button" draggable={false} to={paths.raise(slug)}>
              Raise a concern
            </Link>
          </p>
        ) : null}
        {isInterim ? (
          <InsetText>
            {name} has no panel of residents yet, so an interim panel decides this round. That is allowed for
            a short time only.
          </InsetText>
        ) : null}
        {stage === "closed" ? null : <FollowForm kind="cycle" reference={`${slug}/${number}`} />}
        <section aria-labelledby="dates">
          <h2 className="govuk-heading-l" id="dates">
            Dates
          </h2>
          <Stages stages={stages} />
        </section>
        {shortlist === null ? null : <Shortlist {...shortlist} />}
        {result === null ? null : <VoteResult {...result} />}
        {meetings.length === 0 ? null : (
          <section aria-labelledby="decision">
            <h2 className="govuk-heading-l" id="decision">
              What the panel decided
            </h2>
            {meetings.map((meeting) => (
              <Decision key={meeting.id} meeting={meeting} />
            ))}
          </section>
        )}
        {steps.length === 0 ? null : (
          <section aria-labelledby="steps">
            <h2 className="govuk-heading-l" id="steps">
              What has happened
            </h2>
            <History steps={steps} />
          </section>
        )}
      </div>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
