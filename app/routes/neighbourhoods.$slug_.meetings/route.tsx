import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { MeetingList, toListed } from "#app/components/meeting/meeting-list.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { allowPublic } from "#app/http.server.ts";
import { placeOfPage } from "#app/moved-on.server.ts";
import { pageHeaders, publicPage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { listMeetingsAhead, listPastMeetings } from "#db/queries/meeting.ts";

const mostAhead = 50;
// About two years of a meeting a month.
const mostPast = 24;

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data ? `Meetings in ${args.data.name}` : "Page not found",
    description: "Where you can meet your neighbourhood team, and what was said and decided before.",
    path: args.data ? paths.meetings(args.data.slug) : null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  allowPublic();
  const { context } = args;
  const { read, now } = context;
  const { id, slug, name } = await placeOfPage(context, args, paths.meetings);
  const [ahead, past] = await read(
    async (tx) =>
      [
        await listMeetingsAhead(tx, id, now, mostAhead),
        await listPastMeetings(tx, id, now, mostPast),
      ] as const,
  );
  return publicPage({
    slug,
    name,
    today: londonDay(now),
    ahead: ahead.map(toListed),
    past: past.map(toListed),
  });
}

export default function Meetings() {
  const { slug, name, today, ahead, past } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <Breadcrumbs
        items={[
          { to: paths.neighbourhoods(), words: "Neighbourhoods" },
          { to: paths.neighbourhood(slug), words: name },
        ]}
        here="Meetings"
      />
      <h1 className="govuk-heading-xl">Meetings in {name}</h1>
      <p>Anybody may come. You do not have to give your name.</p>
      {ahead.length === 0 ? (
        <p>No meeting or drop-in is announced yet.</p>
      ) : (
        <MeetingList meetings={ahead} today={today} />
      )}
      <p>
        <a className="govuk-link" href={paths.calendarFeed(slug)}>
          Put these meetings in your calendar
        </a>{" "}
        <span className="sn-quiet">(iCalendar: subscribe to this address and it stays up to date)</span>
      </p>
      <p>
        <Link className="govuk-link" to={paths.poster(slug)}>
          A poster to print for a noticeboard
        </Link>
      </p>
      <h2 className="govuk-heading-l">What was said and decided</h2>
      {past.length === 0 ? (
        <p>There has been no meeting yet.</p>
      ) : (
        <MeetingList meetings={past} today={today} />
      )}
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
