import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { MarkingLine } from "#app/components/tasking/marking.tsx";
import { Minutes } from "#app/components/tasking/minutes.tsx";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { homeOfSeat } from "#app/partner-work.server.ts";
import { paths } from "#app/paths.ts";
import { readMinutes } from "#app/services/tasking/read-minutes.server.ts";
import { readTaskingMeeting } from "#app/services/tasking/read-meeting.server.ts";
import { notFoundOrShut } from "#app/shut.server.ts";
import { requireSeat } from "#app/tasking-guard.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Minutes of your meeting",
    description: "Who was there, what was said and decided, and who does what.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSeat(args);
  const { db, now } = args.context;
  const reference = args.params["reference"] ?? "";
  // Until they are finished, the list of the meeting's own page is what there is.
  const minutes = await readTaskingMeeting({ db, now }, visit.actor, reference, "minutes", (tx, held) =>
    held.meeting.state === "finished" ? readMinutes(tx, held) : Promise.resolve(null),
  );
  if (minutes === null) throw await notFoundOrShut(visit, now);
  return privatePage({ home: homeOfSeat(visit.actor), minutes });
}

export default function PartnerMinutes() {
  const { home, minutes } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-width-container sn-page">
      <Breadcrumbs
        items={[
          home,
          { to: paths.partners.meetings(), words: "Our meetings" },
          { to: paths.partners.meeting(minutes.reference), words: "Your meeting" },
        ]}
        here="Minutes"
      />
      <MarkingLine marking={minutes.marking} />
      <h1 className="govuk-heading-l">
        Minutes: {minutes.group}, meeting {minutes.number}
      </h1>
      <Minutes minutes={minutes} />
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
