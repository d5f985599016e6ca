import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { LapsedAgreement } from "#app/components/tasking/lapsed-agreement.tsx";
import { MarkingLine } from "#app/components/tasking/marking.tsx";
import { Minutes } from "#app/components/tasking/minutes.tsx";
import { londonDay } from "#app/domain/team/day.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { shutPage, shutWork } from "#app/partner-work.server.ts";
import { paths } from "#app/paths.ts";
import { readMinutes } from "#app/services/tasking/read-minutes.server.ts";
import { readTaskingMeeting } from "#app/services/tasking/read-meeting.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Minutes of your meeting",
    description: "Who was there, what was said and decided, and who does what.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "tasking:read-own-meetings");
  const { db, now } = args.context;
  const shut = await shutWork(visit, londonDay(now));
  if (shut !== null) return shutPage(shut);
  const reference = args.params["reference"] ?? "";
  // Until they are finished, the list of the meeting's own page is what there is.
  const minutes = await readTaskingMeeting({ db, now }, visit.actor, reference, "minutes", (tx, held) =>
    held.meeting.state === "finished" ? readMinutes(tx, held) : Promise.resolve(null),
  );
  if (minutes === null) throw notFound();
  return privatePage({ shut: null, minutes });
}

export default function PartnerMinutes() {
  const page = useLoaderData<typeof loader>();
  return (
    <div className="govuk-width-container sn-page">
      {page.shut === null ? (
        <>
          <Breadcrumbs
            items={[
              { to: paths.partners.home(), words: "Partners" },
              { to: paths.partners.meetings(), words: "Our meetings" },
              { to: paths.partners.meeting(page.minutes.reference), words: "Your meeting" },
            ]}
            here="Minutes"
          />
          <MarkingLine marking={page.minutes.marking} />
          <h1 className="govuk-heading-l">
            Minutes: {page.minutes.group}, meeting {page.minutes.number}
          </h1>
          <Minutes minutes={page.minutes} />
        </>
      ) : (
        <LapsedAgreement agreement={page.shut.agreement} />
      )}
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
