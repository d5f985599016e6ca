import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { abstractionFrameOf } from "#app/components/abstraction/abstraction-frame.ts";
import { AbstractionPage } from "#app/components/abstraction/abstraction-page.tsx";
import { momentInWords } from "#app/components/moment-in-words.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { timesInWords } from "#app/domain/abstraction/time-words.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { readDisputes } from "#app/services/abstraction/read-disputes.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Disputes", description: "Entries that officers dispute.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "abstraction:read-officers");
  const { db, now } = args.context;
  const found = await readDisputes({ db, now }, visit.actor);
  if (found === null) throw notFound();
  return privatePage({ frame: abstractionFrameOf(visit), ...found });
}

export default function Disputes() {
  const { frame, disputes, hasMore } = useLoaderData<typeof loader>();
  return (
    <AbstractionPage frame={frame} title="Disputes">
      <p>
        An officer says that an entry of theirs is not right. Say whether they are right; until then the entry
        counts as it is.
      </p>
      {disputes.length === 0 ? <p>No dispute waits for an answer.</p> : null}
      {disputes.length === 0 ? null : (
        <DataTable
          caption="Waiting for an answer"
          columns={["Post", "Entry", "What the officer says", "Since", "Answer"]}
          rows={disputes.map((one) => ({
            key: one.id,
            cells: [
              one.post,
              `${one.code}, ${dayInWords(londonDay(one.startsAt))}, ${timesInWords(one)}`,
              one.words,
              momentInWords(one.raisedAt),
              <Link key="answer" className="govuk-link" to={paths.abstractions.dispute(one.entryId)}>
                {one.isOwn ? "Yours: somebody else answers" : "Answer"}
                <span className="govuk-visually-hidden">: {one.post}</span>
              </Link>,
            ],
          }))}
        />
      )}
      {hasMore ? <p>There are more. They follow once these are answered.</p> : null}
    </AbstractionPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
