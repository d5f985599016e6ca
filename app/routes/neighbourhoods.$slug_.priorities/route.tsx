import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { NotChosen } from "#app/components/cycle/not-chosen.tsx";
import { FeedLink } from "#app/components/following/feed-link.tsx";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { PriorityList } from "#app/components/priority/priority-list.tsx";
import { feedMeta } from "#app/components/site/feed-meta.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { notChosenOf } from "#app/domain/candidate/of-cycle.ts";
import { nextChoiceInWords } from "#app/domain/cycle/now-words.ts";
import { endsInWords, sumOfEnds } from "#app/domain/priority/ends.ts";
import { cardOf } from "#app/domain/priority/card.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { allowPublic } from "#app/http.server.ts";
import { placeOfPage } from "#app/moved-on.server.ts";
import { pageHeaders, publicPage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { readResolutions } from "#app/services/panel/read-resolutions.server.ts";
import { currentPriorities, priorityHistory } from "#db/queries/public-priority.ts";
import { certifiedTally, cycleNow, lastDecidedCycle, publishedCandidates } from "#db/queries/public-cycle.ts";
import { endsByPlace } from "#db/queries/priority-ends.ts";
import { readSettings } from "#db/queries/setting.ts";
import type { Db } from "#db/types.ts";
import { History } from "./history.tsx";

// A year of rounds.
const cyclesOnAPage = 4;

export const meta: MetaFunction<typeof loader> = (args) => [
  ...pageMeta(args, {
    title: args.data ? `Priorities of ${args.data.name}` : "Page not found",
    description: "What residents chose, how each priority was chosen, and what was not chosen and why.",
    path: args.data ? paths.neighbourhoodPriorities(args.data.slug) : null,
  }),
  ...(args.data ? [feedMeta(`What changed in ${args.data.name}`, paths.changesFeed(args.data.slug))] : []),
];

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  allowPublic();
  const { request, context } = args;
  const { db, read, now, requestId } = context;
  const { id, slug, name } = await placeOfPage(context, args, paths.neighbourhoodPriorities);
  const today = londonDay(now);
  const before = cycleNumber(new URL(request.url).searchParams.get("before"));
  const { lastDecided, ...page } = await read(async (tx) => {
    const figures = await readSettings(tx);
    const past = await priorityHistory(tx, id, { before, limit: cyclesOnAPage + 1 });
    const shown = past.slice(0, cyclesOnAPage);
    const last = shown.at(-1);
    return {
      cards: (await currentPriorities(tx, id)).map((priority) => cardOf(priority, today, figures)),
      nextChoice: nextChoiceInWords(await cycleNow(tx, id), today),
      lastDecided: await readLastDecided(tx, id),
      ended: await endsHere(tx, id, slug),
      cycles: shown.map(({ number, startsOn, endsOn, priorities }) => ({
        number,
        startsOn,
        endsOn,
        isRunning: endsOn >= today,
        cards: priorities.map((priority) => cardOf(priority, today, figures)),
      })),
      earlier:
        past.length > cyclesOnAPage && last !== undefined ? paths.earlierPriorities(slug, last.number) : null,
    };
  });
  const notChosen =
    lastDecided === null
      ? null
      : {
          number: lastDecided.number,
          candidates: notChosenOf(
            lastDecided.candidates,
            lastDecided.tally,
            await readResolutions({ db }, requestId, lastDecided.id),
          ),
        };
  return publicPage({ slug, name, isFirstPage: before === null, ...page, notChosen });
}

const endsHere = async (tx: Db, id: string, slug: string) =>
  endsInWords(
    sumOfEnds(await endsByPlace(tx, { isForce: false, neighbourhoodIds: [id] }, null), new Set([slug])),
  );

const mostCycle = 100_000;

function cycleNumber(typed: string | null): number | null {
  const number = Number(typed);
  return Number.isInteger(number) && number > 0 && number < mostCycle ? number : null;
}

/** The last cycle that was decided, and what stood for choice in it; null where none was yet. */
async function readLastDecided(tx: Db, neighbourhoodId: string) {
  const cycle = await lastDecidedCycle(tx, neighbourhoodId);
  if (cycle === null) return null;
  const candidates = await publishedCandidates(tx, cycle.id);
  const tally = await certifiedTally(tx, cycle.id);
  return { id: cycle.id, number: cycle.number, candidates, tally };
}

export default function Priorities() {
  const { slug, name, isFirstPage, cards, nextChoice, notChosen, cycles, ended, earlier } =
    useLoaderData<typeof loader>();
  return (
    <div className="govuk-width-container sn-page">
      <Breadcrumbs items={[{ to: paths.neighbourhood(slug), words: name }]} here="Priorities" />
      <div className="sn-page--text">
        <h1 className="govuk-heading-xl sn-page__title">Priorities of {name}</h1>
        {isFirstPage ? (
          <>
            {cards.length === 0 ? (
              <p>
                {name} has no priority at the moment. {nextChoice}
              </p>
            ) : (
              <PriorityList cards={cards} level={2} />
            )}
            {notChosen === null || notChosen.candidates.length === 0 ? null : (
              <section aria-labelledby="not-chosen">
                <h2 className="govuk-heading-l" id="not-chosen">
                  What was not chosen, and why
                </h2>
                <p>
                  In round {notChosen.number}, the last one that was decided. What is still a problem can be{" "}
                  <Link className="govuk-link" to={paths.raise(slug)}>
                    raised again
                  </Link>
                  .
                </p>
                <NotChosen candidates={notChosen.candidates} />
              </section>
            )}
          </>
        ) : (
          <p>
            <Link className="govuk-link" to={paths.neighbourhoodPriorities(slug)}>
              The priorities of today
            </Link>
          </p>
        )}
        <History ended={ended} slug={slug} cycles={cycles} earlier={earlier} />
        <FeedLink href={paths.changesFeed(slug)} />
      </div>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
