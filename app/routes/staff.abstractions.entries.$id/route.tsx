import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { abstractionFrameOf } from "#app/components/abstraction/abstraction-frame.ts";
import { AbstractionPage } from "#app/components/abstraction/abstraction-page.tsx";
import { DisputeBox } from "#app/components/abstraction/dispute-box.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { entryReaders } from "#app/domain/abstraction/reading.ts";
import { requireActorOfAny } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { idParam } from "#app/id-param.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { withActor } from "#db/with-actor.ts";
import { entryRows } from "./entry-rows.ts";
import { readEntryPage } from "./read-entry.server.ts";
import { VersionTable } from "./version-table.tsx";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "An abstraction", description: "What is logged, and who changed it.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActorOfAny(args, entryReaders);
  const { db, now } = args.context;
  const id = idParam(args.params["id"]);
  const shown = await withActor(db, visit.actor, (tx) =>
    readEntryPage(tx, args.context, visit.actor, { id, now }),
  );
  if (shown === null) throw notFound();
  return privatePage({
    frame: abstractionFrameOf(visit),
    ...shown,
    done: new URL(args.request.url).searchParams.get("done"),
  });
}

const doneWords: Readonly<Record<string, string>> = {
  logged: "It is logged.",
  again: "It was logged already: it stands once.",
  split:
    "It is logged. Help on sight goes on for an hour at most: the time beyond it is logged as R2, directed response, and counts.",
  corrected: "It is corrected. What it said before is kept below.",
  unauthorised:
    "It is corrected. What was authorised was another code or another time, so it counts as not authorised. If whoever must authorise it has done so for this, correct it once more and say who.",
  withdrawn: "It is withdrawn and counts no more. What it said is kept below.",
};

export default function EntryPage() {
  const { frame, title, entry, versions, disputes, isOwn, isAnswerer, mayChange, done } =
    useLoaderData<typeof loader>();
  return (
    <AbstractionPage frame={frame} title={title}>
      <DoneMessage words={doneWords[done ?? ""] ?? null} />
      {entry.isWithdrawn ? <p className="govuk-body">This entry is withdrawn. It counts nowhere.</p> : null}
      <SummaryList rows={entryRows(entry)} />
      {mayChange ? (
        <p>
          <Link className="govuk-button govuk-button--secondary" to={paths.abstractions.correct(entry.id)}>
            Correct or withdraw it
          </Link>
        </p>
      ) : null}
      <DisputeBox entryId={entry.id} disputes={disputes} isOwn={isOwn} isAnswerer={isAnswerer} />
      <VersionTable versions={versions} />
    </AbstractionPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
