import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { momentInWords } from "#app/components/moment-in-words.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { threadStateWords } from "#app/domain/thread/states.ts";
import { requireSignedIn } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { listOwnThreads } from "#db/queries/thread.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Your messages to teams",
    description: "What you wrote to neighbourhood teams, and what they answered.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { signedIn, read } = await requireSignedIn(args);
  const threads = await read((tx) => listOwnThreads(tx, signedIn.accountId));
  const { finder } = args.context;
  return privatePage({
    threads: threads.map(({ reference, neighbourhoodId, receivedAt, state }) => ({
      reference,
      receivedAt,
      state: threadStateWords[state].resident,
      neighbourhood:
        finder.neighbourhoods.find(({ id }) => id === neighbourhoodId)?.name ?? "A former neighbourhood",
    })),
  });
}

export default function OwnThreads() {
  const { threads } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <Breadcrumbs
        items={[{ to: paths.account.home(), words: "Your account" }]}
        here="Your messages to teams"
      />
      <h1 className="govuk-heading-xl">Your messages to teams</h1>
      {threads.length === 0 ? (
        <p>
          You have not written to a team. To do so,{" "}
          <Link className="govuk-link" to={paths.home()}>
            find your neighbourhood team
          </Link>
          .
        </p>
      ) : (
        <ul className="sn-own-list">
          {threads.map(({ reference, receivedAt, state, neighbourhood }) => (
            <li key={reference}>
              <p className="sn-own-list__words">
                <Link className="govuk-link" to={paths.account.thread(reference)}>
                  {neighbourhood}, {momentInWords(receivedAt)}
                </Link>
                <br />
                {state}
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
