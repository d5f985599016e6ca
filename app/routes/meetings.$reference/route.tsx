import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Fragment } from "react";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { ReportProblem } from "#app/components/report-problem.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { meetingTimeInWords } from "#app/domain/meeting/announcement.ts";
import { meetingKindWords } from "#app/domain/meeting/meeting.ts";
import { readReference } from "#app/domain/reference/reference.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { allowPublic, notFound, takenDown } from "#app/http.server.ts";
import { pageHeaders, publicPage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { findMeeting, type FoundMeeting } from "#db/queries/meeting.ts";
import { WrittenUp } from "./written-up.tsx";

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.title ?? "Page not found",
    description: "A public meeting or drop-in of a neighbourhood team.",
    path: args.data ? paths.meeting(args.data.reference) : null,
  });

export const headers = pageHeaders;

export async function loader({ params, context: { read, now, finder } }: LoaderFunctionArgs) {
  allowPublic();
  const reference = readReference("meeting", params["reference"] ?? "");
  const meeting = reference === null ? null : await read((tx) => findMeeting(tx, reference));
  if (meeting === null) throw notFound();
  if (meeting.takenDownAt !== null) throw takenDown();
  return publicPage({
    ...shownOf(meeting),
    today: londonDay(now),
    isOver: meeting.endsAt <= now,
    neighbourhoods: meeting.neighbourhoods.flatMap(({ slug }) => {
      const found = finder.bySlug(slug);
      return found === null ? [] : [{ slug, name: found.name }];
    }),
  });
}

const shownOf = ({
  reference,
  kind,
  state,
  title,
  startsAt,
  endsAt,
  place,
  howToJoin,
  access,
  whoComes,
  cancelledReason,
  writeUp,
  decisions,
  attended,
}: FoundMeeting) => ({
  reference,
  kind,
  state,
  title,
  startsAt,
  endsAt,
  place,
  howToJoin,
  access,
  whoComes,
  cancelledReason,
  writeUp,
  decisions,
  attended,
});

export default function Meeting() {
  const meeting = useLoaderData<typeof loader>();
  const { title, kind, state, place, howToJoin, access, whoComes, neighbourhoods } = meeting;
  const [first] = neighbourhoods;
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <Breadcrumbs
        items={
          first === undefined
            ? []
            : [
                { to: paths.neighbourhood(first.slug), words: first.name },
                { to: paths.meetings(first.slug), words: "Meetings" },
              ]
        }
        here={title}
      />
      <h1 className="govuk-heading-xl">{title}</h1>
      {state === "cancelled" ? (
        <InsetText>
          <strong>This meeting is cancelled.</strong> {meeting.cancelledReason}
        </InsetText>
      ) : null}
      <WrittenUp {...meeting} />
      <SummaryList
        rows={[
          { term: "When", value: meetingTimeInWords(meeting, meeting.today) },
          { term: "What", value: meetingKindWords[kind] },
          ...(place === null ? [] : [{ term: "Where", value: place }]),
          ...(howToJoin === null ? [] : [{ term: "How to join", value: howToJoin }]),
          { term: "How to get in", value: access },
          { term: "Who comes", value: whoComes },
          {
            term: "For people of",
            value: neighbourhoods.map(({ slug, name }, index) => (
              <Fragment key={slug}>
                {index === 0 ? "" : ", "}
                <Link className="govuk-link" to={paths.neighbourhood(slug)}>
                  {name}
                </Link>
              </Fragment>
            )),
          },
        ]}
      />
      {meeting.isOver || state === "cancelled" ? null : (
        <p>Anybody may come. You do not have to give your name.</p>
      )}
      <ReportProblem kind="meeting" reference={meeting.reference} />
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
