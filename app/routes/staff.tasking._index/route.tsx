import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Tag } from "#app/components/govuk/tag.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { LapsedBesides } from "#app/components/tasking/lapsed-agreement.tsx";
import { actionsInWords, meetingMoment } from "#app/components/tasking/meeting-words.ts";
import { taskingFrameOf } from "#app/components/tasking/tasking-frame.ts";
import { TaskingPage } from "#app/components/tasking/tasking-page.tsx";
import { can } from "#app/domain/actor.ts";
import { meetingNumberOf } from "#app/domain/tasking/calling.ts";
import { taskingLevelWords } from "#app/domain/tasking/level.ts";
import { taskingMeetingStateWords } from "#app/domain/tasking/meeting.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { shutParts } from "#app/partner-work.server.ts";
import { paths } from "#app/paths.ts";
import { readTaskingHome } from "#app/services/tasking/read-home.server.ts";
import { requireTasking } from "#app/tasking-guard.server.ts";
import { ToldBoard } from "./told-board.tsx";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Joint tasking", description: "Meetings of partners and police.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireTasking(args);
  const { db, now } = args.context;
  const today = londonDay(now);
  const found = await readTaskingHome({ db, now }, visit.actor);
  return privatePage({
    frame: taskingFrameOf(visit),
    today,
    mayMake: can(visit.actor, "tasking:make-group"),
    told: found.told,
    // A chair who is a partner is told what of theirs is closed; never only a shorter list.
    besides: visit.actor.kind === "member" ? await shutParts(visit, today) : [],
    readsAll: found.readsAll,
    meetings: found.meetings,
    groups: found.groups.map(({ code, name, level, endedAt, open, late }) => ({
      code,
      name,
      level: taskingLevelWords[level],
      hasEnded: endedAt !== null,
      open,
      late,
    })),
  });
}

export default function Tasking() {
  const { frame, today, mayMake, told, besides, readsAll, meetings, groups } = useLoaderData<typeof loader>();
  return (
    <TaskingPage frame={frame} title="Joint tasking">
      <LapsedBesides agreements={besides} />
      <h2 className="govuk-heading-m">Meetings</h2>
      {meetings.length === 0 ? (
        <p>No meeting is called.</p>
      ) : (
        <DataTable
          caption="Meetings in session and to come"
          isCaptionHidden
          columns={["Meeting", "When", "Where", "State"]}
          rows={meetings.map((meeting) => ({
            key: meeting.id,
            cells: [
              <Link key="to" className="govuk-link" to={paths.tasking.meeting(meeting.reference)}>
                {meeting.group.name} {meetingNumberOf(meeting.group, meeting)}
              </Link>,
              meetingMoment(meeting.startsAt, today),
              meeting.place ?? "Online",
              meeting.state === "open" ? (
                <Tag key="state" tone="now">
                  {taskingMeetingStateWords.open}
                </Tag>
              ) : (
                taskingMeetingStateWords[meeting.state]
              ),
            ],
          }))}
        />
      )}
      <h2 className="govuk-heading-m">Groups</h2>
      {groups.length === 0 ? (
        <p>No group works for your area.</p>
      ) : (
        <DataTable
          caption="Groups of your area, and those you lead"
          isCaptionHidden
          columns={["Group", "Level", "Actions"]}
          rows={groups.map((group) => ({
            key: group.code,
            cells: [
              <Link key="to" className="govuk-link" to={paths.tasking.group(group.code)}>
                {group.name}
              </Link>,
              group.hasEnded ? `${group.level}: ended` : group.level,
              actionsInWords(group),
            ],
          }))}
        />
      )}
      {told === null ? null : <ToldBoard told={told} today={today} mayRead={readsAll} />}
      {mayMake ? (
        <p>
          <Link className="govuk-link" to={paths.tasking.newGroup()}>
            Make a group
          </Link>
        </p>
      ) : null}
    </TaskingPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
