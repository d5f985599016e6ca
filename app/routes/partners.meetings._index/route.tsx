import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { LapsedAgreement } from "#app/components/tasking/lapsed-agreement.tsx";
import { MarkingLine } from "#app/components/tasking/marking.tsx";
import { PartnerMeetings } from "#app/components/tasking/partner-meetings.tsx";
import { londonDay } from "#app/domain/team/day.ts";
import { requireActor } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { shutWork } from "#app/partner-work.server.ts";
import { paths } from "#app/paths.ts";
import { listOwnMeetings } from "#app/services/tasking/list-own-meetings.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Our meetings",
    description: "Joint tasking meetings that you are asked to.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "tasking:read-own-meetings");
  const { db, now } = args.context;
  const today = londonDay(now);
  const shut = await shutWork(visit, today);
  if (shut !== null) return privatePage({ shut });
  const meetings = await listOwnMeetings({ db, now }, visit.actor);
  return privatePage({ shut: null, meetings, today });
}

export default function PartnersMeetings() {
  const page = useLoaderData<typeof loader>();
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <Breadcrumbs items={[{ to: paths.partners.home(), words: "Partners" }]} here="Our meetings" />
      {page.shut === null ? <MarkingLine marking="official-sensitive" /> : null}
      <h1 className="govuk-heading-l">Our meetings</h1>
      {page.shut === null ? (
        <>
          <h2 className="govuk-heading-m">Next</h2>
          <PartnerMeetings
            meetings={page.meetings.next}
            today={page.today}
            nothing="You are asked to no meeting at present."
          />
          <h2 className="govuk-heading-m">Past, with minutes</h2>
          <PartnerMeetings
            meetings={page.meetings.past}
            today={page.today}
            nothing="No minutes are finished yet of a meeting that you were asked to."
          />
          {page.meetings.hasMore ? <p>Minutes of earlier meetings are with whoever chairs the group.</p> : null}
        </>
      ) : (
        <LapsedAgreement agreement={page.shut.agreement} />
      )}
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
