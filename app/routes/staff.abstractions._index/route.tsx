import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { abstractionFrameOf } from "#app/components/abstraction/abstraction-frame.ts";
import { AbstractionPage } from "#app/components/abstraction/abstraction-page.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { abstractionReaders } from "#app/domain/abstraction/reading.ts";
import { requireActorOfAny } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { withActor } from "#db/with-actor.ts";
import { DutyList } from "./duty-list.tsx";
import { readToday } from "./read-today.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Abstractions", description: "What the team is used for today.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActorOfAny(args, abstractionReaders);
  const { db, now } = args.context;
  const today = await withActor(db, visit.actor, (tx) => readToday(tx, visit, now));
  return privatePage({ frame: abstractionFrameOf(visit), ...today });
}

export default function Abstractions() {
  const { frame, mayLog, mayAsk, mayReadRates, own, team, unconfirmed, disputes, requests } =
    useLoaderData<typeof loader>();
  return (
    <AbstractionPage frame={frame} title="Abstractions">
      <p>An abstraction is neighbourhood duty that was used for other work.</p>
      {mayLog ? (
        <p>
          <Link className="govuk-button sn-log-button" to={paths.abstractions.log()}>
            Log an abstraction
          </Link>
        </p>
      ) : null}
      <ul className="govuk-list sn-staff__waiting">
        {unconfirmed === null ? null : (
          <li>
            <Link className="govuk-link" to={paths.abstractions.confirm()}>
              Duties to confirm: {unconfirmed.waiting}
              {unconfirmed.late === 0 ? "" : `, ${unconfirmed.late} late`}
            </Link>
          </li>
        )}
        {disputes === null ? null : (
          <li>
            <Link className="govuk-link" to={paths.abstractions.disputes()}>
              Disputes to answer: {disputes}
            </Link>
          </li>
        )}
        {requests === null ? null : (
          <li>
            <Link className="govuk-link" to={paths.abstractions.requests()}>
              Requests to decide: {requests}
            </Link>
          </li>
        )}
        {mayAsk ? (
          <li>
            <Link className="govuk-link" to={paths.abstractions.newRequest()}>
              Ask for an officer
            </Link>
          </li>
        ) : null}
        {mayReadRates ? (
          <li>
            <Link className="govuk-link" to={paths.abstractions.rates()}>
              The rates
            </Link>
          </li>
        ) : null}
      </ul>
      {team === null ? null : (
        <DutyList
          heading="Your team, on duty now or soon"
          duties={team}
          nothing="Nobody has a duty now or in the next 12 hours."
        />
      )}
      {own === null || !mayLog ? null : (
        <DutyList heading="Your duty" duties={own} nothing="You have no duty now or in the next 12 hours." />
      )}
    </AbstractionPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
