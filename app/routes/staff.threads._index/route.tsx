import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { NextPage } from "#app/components/staff/next-page.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { can, scopeOf } from "#app/domain/actor.ts";
import { levelsOfRoles } from "#app/domain/thread/stored-thread.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { readPromiseSettings } from "#app/services/thread/promise-settings.server.ts";
import { listOpenThreads, listSettledThreads } from "#db/queries/thread.ts";
import { listedThread } from "./listed-thread.ts";
import { toRow } from "./to-row.tsx";
import { readView, viewQuery } from "./view.ts";

const rowsOnAPage = 50;

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Messages to the team",
    description: "Messages that wait for an answer, what is yours and late first.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "thread:read");
  const { actor, read } = visit;
  const scope = scopeOf(actor, "thread:read");
  if (scope === null) throw notFound();
  const view = readView(new URL(args.request.url).searchParams);
  const mine = levelsOfRoles(actor.roles.map(({ role }) => role));
  // One more than is shown says whether there is a next page.
  const slice = { limit: rowsOnAPage + 1, offset: (view.page - 1) * rowsOnAPage };
  const { found, settings } = await read(async (tx) => ({
    found: view.isSettled
      ? await listSettledThreads(tx, scope, slice)
      : await listOpenThreads(tx, scope, mine, slice),
    settings: await readPromiseSettings(tx),
  }));
  const { finder, now } = args.context;
  return privatePage({
    frame: staffFrameOf(visit),
    isSettled: view.isSettled,
    canEnter: can(actor, "thread:answer"),
    threads: found
      .slice(0, rowsOnAPage)
      .map(({ thread }) => listedThread(thread, { now, settings, mine, finder })),
    nextPage:
      found.length > rowsOnAPage ? paths.staff.threads(viewQuery({ ...view, page: view.page + 1 })) : null,
  });
}

export default function Threads() {
  const { frame, isSettled, canEnter, threads, nextPage } = useLoaderData<typeof loader>();
  const [words, other] = isSettled
    ? ["Messages that need no answer, the latest first", viewQuery({ isSettled: false, page: 1 })]
    : [
        "Messages that wait for an answer, yours and the latest due first",
        viewQuery({ isSettled: true, page: 1 }),
      ];
  return (
    <StaffPage frame={frame} title="Messages to the team">
      {canEnter ? (
        <p>
          <Link className="govuk-button" to={paths.staff.newThread()}>
            Write down a message for somebody
          </Link>
        </p>
      ) : null}
      <p>
        <Link className="govuk-link" to={paths.staff.threads(other)}>
          {isSettled ? "Show messages that wait for an answer" : "Show messages that need no answer any more"}
        </Link>
      </p>
      {threads.length === 0 ? (
        <p>{isSettled ? "There are none." : "Nobody waits for an answer."}</p>
      ) : (
        <DataTable
          caption={words}
          isCaptionHidden
          columns={["Message", "Neighbourhood", "Clock", "With", "State"]}
          rows={threads.map(toRow)}
        />
      )}
      <NextPage to={nextPage} />
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
