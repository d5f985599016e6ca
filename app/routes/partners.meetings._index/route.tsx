import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { LapsedAgreement, LapsedBesides } from "#app/components/tasking/lapsed-agreement.tsx";
import { LedGroups } from "#app/components/tasking/led-groups.tsx";
import { MarkingLine } from "#app/components/tasking/marking.tsx";
import { PartnerMeetings } from "#app/components/tasking/partner-meetings.tsx";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { homeOfSeat, shutParts, shutWork } from "#app/partner-work.server.ts";
import { listOwnMeetings } from "#app/services/tasking/list-own-meetings.server.ts";
import { requireSeat } from "#app/tasking-guard.server.ts";
import { leadsAGroup } from "#db/queries/tasking-own-work.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Our meetings",
    description: "Joint tasking meetings that you are asked to.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSeat(args);
  const { db, now } = args.context;
  const today = londonDay(now);
  const shut = await shutWork(visit, today);
  const home = homeOfSeat(visit.actor);
  if (shut !== null) return privatePage({ home, shut });
  const leads = await visit.read((tx) => leadsAGroup(tx, taskingReaderOf(visit.actor), today));
  const meetings = await listOwnMeetings({ db, now }, visit.actor);
  const besides = await shutParts(visit, today);
  return privatePage({ home, shut: null, besides, meetings, today, leads });
}

export default function PartnersMeetings() {
  const page = useLoaderData<typeof loader>();
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <Breadcrumbs items={[page.home]} here="Our meetings" />
      {page.shut === null ? <MarkingLine marking="official-sensitive" /> : null}
      <h1 className="govuk-heading-l">Our meetings</h1>
      {page.shut === null ? (
        <>
          <LapsedBesides agreements={page.besides} />
          {page.leads ? <LedGroups /> : null}
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
          {page.meetings.hasMore ? (
            <p>Minutes of earlier meetings are with whoever chairs the group.</p>
          ) : null}
        </>
      ) : (
        <LapsedAgreement agreement={page.shut.agreement} />
      )}
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
