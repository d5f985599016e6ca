import type { LoaderFunctionArgs } from "@remix-run/node";
import { isTooFewToShow, pollOf } from "#app/domain/feedback/poll.ts";
import type { LastPoll } from "#app/domain/feedback/poll-line.ts";
import { priorityOriginWords } from "#app/domain/priority/origin.ts";
import { stateInWords } from "#app/domain/priority/states.ts";
import { allowPublic, cachedJson } from "#app/http.server.ts";
import { movedOnProblem } from "#app/moved-on.server.ts";
import { paths } from "#app/paths.ts";
import { prioritiesInForce } from "#db/queries/public-priority.ts";

/** GET /api/v1/priorities: what each neighbourhood has chosen and is not done with, or `?neighbourhood=slug` one of them. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  allowPublic();
  const { finder, read, publicUrl } = context;
  const slug = new URL(request.url).searchParams.get("neighbourhood");
  if (slug !== null && finder.bySlug(slug) === null)
    return movedOnProblem(context, slug, paths.api.prioritiesOf);
  const found = await read((tx) => prioritiesInForce(tx, slug));
  return cachedJson(
    request,
    {
      priorities: found.map(({ reference, slug, code, title, statement, state, origin, ...priority }) => ({
        reference,
        neighbourhood: { slug, code, name: finder.bySlug(slug)?.name ?? code },
        issue: title,
        statement,
        issueDate: priority.adoptedOn,
        action: priority.lastLine,
        actionDate: priority.lastLineOn,
        state,
        stateWords: stateInWords(state, priority.lastPoll?.isFewReplies === true),
        stage: priority.plan?.stage ?? null,
        standing: priority.plan?.standing ?? null,
        feedback: priority.lastPoll && feedbackOf(priority.lastPoll),
        origin,
        originWords: priorityOriginWords[origin],
        category: priority.category,
        raisers: priority.trace.raisers,
        votes: priority.trace.vote?.votes ?? null,
        ballots: priority.trace.vote?.ballots ?? null,
        isLowParticipation: priority.isLowParticipation,
        isInterim: priority.isInterim,
        links: {
          page: `${publicUrl}${paths.priority(reference)}`,
          neighbourhood: `${publicUrl}${paths.api.neighbourhood(slug)}`,
        },
      })),
    },
    finder.version,
  );
}

/** What residents said when they were last asked, as numbers; no answers where so few gave one that it could be guessed who. */
function feedbackOf({ counts, quorum, isFewReplies }: LastPoll) {
  // The mark is of no matter to the numbers.
  const { replies } = pollOf(counts, { feedbackPassPercent: 100 });
  const shown = (people: number) => (isTooFewToShow(replies) ? null : people);
  return {
    replies,
    solved: shown(counts.solved),
    betterEnough: shown(counts["better-enough"]),
    betterNotEnough: shown(counts["better-not-enough"]),
    noChange: shown(counts["no-change"]),
    worse: shown(counts.worse),
    dontKnow: shown(counts["dont-know"]),
    quorum,
    isFewReplies,
  };
}
