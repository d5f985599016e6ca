import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { scopeOf } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import {
  listEnded,
  listScopeAhead,
  listToWriteUp,
  listWithoutMeetingAhead,
  type StaffMeeting,
} from "#db/queries/meeting.ts";
import { MeetingTable } from "./meeting-table.tsx";
import { WithoutMeeting } from "./without-meeting.tsx";

const mostShown = 100;
const mostEnded = 20;

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Meetings", description: "Meetings ahead and to be written up.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "meeting:announce");
  const scope = scopeOf(visit.actor, "meeting:announce");
  if (scope === null) throw notFound();
  const { now, finder } = args.context;
  const found = await visit.read(async (tx) => ({
    toWriteUp: await listToWriteUp(tx, scope, now, mostShown),
    ahead: await listScopeAhead(tx, scope, now, mostShown),
    without: await listWithoutMeetingAhead(tx, scope, now),
    ended: await listEnded(tx, scope, now, mostEnded),
  }));
  const byId = new Map(finder.neighbourhoods.map((one) => [one.id, one]));
  const named = (meetings: readonly StaffMeeting[]) =>
    meetings.map(({ neighbourhoodIds, takenDownAt, ...meeting }) => ({
      ...meeting,
      isTakenDown: takenDownAt !== null,
      neighbourhoods: neighbourhoodIds
        .map((id) => byId.get(id)?.name ?? "A former neighbourhood")
        .sort((a, b) => a.localeCompare(b)),
    }));
  return privatePage({
    frame: staffFrameOf(visit),
    today: londonDay(now),
    toWriteUp: named(found.toWriteUp),
    ahead: named(found.ahead),
    ended: named(found.ended),
    without: found.without.flatMap(({ neighbourhoodId, lastEndedAt }) => {
      const neighbourhood = byId.get(neighbourhoodId);
      return neighbourhood === undefined
        ? []
        : [{ slug: neighbourhood.slug, name: neighbourhood.name, lastEndedAt }];
    }),
  });
}

export default function StaffMeetings() {
  const { frame, today, toWriteUp, ahead, ended, without } = useLoaderData<typeof loader>();
  return (
    <StaffPage frame={frame} title="Meetings">
      <p>
        <Link className="govuk-button" to={paths.staff.newMeeting()}>
          Announce a meeting
        </Link>
      </p>
      <h2 className="govuk-heading-m">To be written up</h2>
      {toWriteUp.length === 0 ? (
        <p>Every meeting that is over is written up.</p>
      ) : (
        <MeetingTable
          caption="Meetings to be written up, the oldest first"
          meetings={toWriteUp}
          today={today}
          isLate
        />
      )}
      <h2 className="govuk-heading-m">Neighbourhoods with no meeting ahead</h2>
      <WithoutMeeting neighbourhoods={without} />
      <h2 className="govuk-heading-m">Ahead</h2>
      {ahead.length === 0 ? (
        <p>No meeting is announced in your neighbourhoods.</p>
      ) : (
        <MeetingTable caption="Meetings ahead, the soonest first" meetings={ahead} today={today} />
      )}
      {ended.length === 0 ? null : (
        <>
          <h2 className="govuk-heading-m">Over</h2>
          <MeetingTable caption="Meetings that are over, the latest first" meetings={ended} today={today} />
        </>
      )}
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
