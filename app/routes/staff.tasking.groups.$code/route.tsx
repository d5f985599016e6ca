import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { actionsInWords, meetingMoment } from "#app/components/tasking/meeting-words.ts";
import { taskingFrameOf } from "#app/components/tasking/tasking-frame.ts";
import { TaskingPage } from "#app/components/tasking/tasking-page.tsx";
import { meetingNumberOf } from "#app/domain/tasking/calling.ts";
import { taskingLevelWords } from "#app/domain/tasking/level.ts";
import { taskingMeetingStateWords } from "#app/domain/tasking/meeting.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { readGroupPage } from "#app/services/tasking/read-group-page.server.ts";
import { requireTasking } from "#app/tasking-guard.server.ts";

const doneWords = new Map([["changed", "The group is changed."]]);

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.group.name ?? "Tasking group",
    description: "Its meetings, seats and actions.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireTasking(args);
  const { db, now } = args.context;
  const found = await readGroupPage({ db, now }, visit.actor, args.params["code"] ?? "");
  if (found === null) throw notFound();
  const { group, mayChair, members, meetings, counts } = found;
  const { code, name, level, programme, endedAt, chairId, deputyId } = group;
  const nameOf = (id: string | null) => members.find(({ accountId }) => accountId === id)?.name ?? null;
  return privatePage({
    frame: taskingFrameOf(visit),
    today: londonDay(now),
    group: { code, name, level, programme, hasEnded: endedAt !== null },
    chair: nameOf(chairId),
    deputy: nameOf(deputyId),
    mayChair,
    meetings,
    members: members.map(({ id, name, agency, position }) => ({ id, name, agency, position })),
    counts,
    done: doneWords.get(new URL(args.request.url).searchParams.get("done") ?? "") ?? null,
  });
}

export default function TaskingGroup() {
  const { frame, today, group, chair, deputy, mayChair, meetings, members, counts, done } =
    useLoaderData<typeof loader>();
  const { code, name, level, programme, hasEnded } = group;
  return (
    <TaskingPage frame={frame} title={name}>
      <DoneMessage words={done} />
      {hasEnded ? <p>This group has ended and does not meet any more.</p> : null}
      <SummaryList
        rows={[
          { term: "Level", value: taskingLevelWords[level] },
          ...(programme === null ? [] : [{ term: "Programme", value: programme }]),
          { term: "Chair", value: chair ?? "Nobody who has a seat" },
          { term: "Deputy", value: deputy ?? "Nobody who has a seat" },
          {
            term: "Actions",
            value: (
              <Link className="govuk-link" to={paths.tasking.actions(`group=${code}`)}>
                {actionsInWords(counts)}
              </Link>
            ),
          },
        ]}
      />
      {mayChair && !hasEnded ? (
        <Link className="govuk-button" to={paths.tasking.callMeeting(code)}>
          Call a meeting
        </Link>
      ) : null}
      {mayChair ? (
        <ul className="govuk-list">
          <li>
            <Link className="govuk-link" to={paths.tasking.groupMembers(code)}>
              Who has a seat
            </Link>
          </li>
          <li>
            <Link className="govuk-link" to={paths.tasking.changeGroup(code)}>
              Change the group
            </Link>
          </li>
        </ul>
      ) : null}
      <h2 className="govuk-heading-m">Meetings</h2>
      {meetings.length === 0 ? (
        <p>It has not met yet.</p>
      ) : (
        <DataTable
          caption="Meetings, the latest first"
          isCaptionHidden
          columns={["Meeting", "When", "State"]}
          rows={meetings.map((meeting) => ({
            key: meeting.id,
            cells: [
              <Link key="to" className="govuk-link" to={paths.tasking.meeting(meeting.reference)}>
                {meetingNumberOf(group, meeting)}
              </Link>,
              meetingMoment(meeting.startsAt, today),
              taskingMeetingStateWords[meeting.state],
            ],
          }))}
        />
      )}
      <h2 className="govuk-heading-m">Seats</h2>
      {members.length === 0 ? (
        <p>Nobody has a seat yet.</p>
      ) : (
        <DataTable
          caption="Who has a seat, by agency"
          isCaptionHidden
          columns={["Name", "Agency", "Position"]}
          rows={members.map((member) => ({
            key: member.id,
            cells: [member.name ?? "Somebody without a name", member.agency, member.position],
          }))}
        />
      )}
    </TaskingPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
