import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { SignOffPapers } from "#app/components/feedback/sign-off-papers.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { WarningText } from "#app/components/govuk/warning-text.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { errorsByField } from "#app/domain/account/change.ts";
import { closingDay } from "#app/domain/panel/count-item.ts";
import { resolutionFormatWords, resolutionStateWords } from "#app/domain/panel/resolution-words.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { idParam } from "#app/id-param.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { viewMeeting } from "#app/services/panel/view-meeting.server.ts";
import { Attendance } from "./attendance.tsx";
import { Decided } from "./decided.tsx";
import { doMeetingAction, meetingSchema } from "./meeting-action.server.ts";
import { ResolutionForm } from "./resolution-form.tsx";
import { ShowOfHands } from "./show-of-hands.tsx";
import { SignOffForm } from "./sign-off-form.tsx";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Panel meeting", description: "The minutes of a panel.", path: null });

export const headers = pageHeaders;

/** What records a decision: its form shows what is wrong at each field. */
const recording = ["resolve", "sign-off"];

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "panel:convene");
  const view = await viewMeeting(args.context, visit.actor, idParam(args.params["id"]));
  if (view === null) throw notFound();
  const today = londonDay(args.context.now);
  return privatePage({ frame: staffFrameOf(visit), view, hasBegun: view.resolution.heldOn <= today });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActor(args, "panel:convene");
  const { request, context, params } = args;
  const view = await viewMeeting(context, actor, idParam(params["id"]));
  if (view === null) throw notFound();
  const form = await readForm(request, meetingSchema);
  if (!form.ok) {
    const messages = Object.values(form.reply.error ?? {}).flatMap((found) => found ?? []);
    return badForm(context, form.reply, { messages, intent: "" });
  }
  const { intent } = form.value;
  const change = await doMeetingAction(context, actor, view, form.value);
  if (change === null) throw notFound();
  if (change.ok) return redirect(paths.staff.panel(view.resolution.id));
  return badForm(context, form.refuse(errorsByField(change.errors)), {
    messages: change.errors
      .filter(({ field }) => !recording.includes(intent) || field === "form")
      .map(({ message }) => message),
    intent,
  });
}

export default function PanelMeeting() {
  const { frame, view, hasBegun } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { resolution, place, members, items, tookPart, room } = view;
  const isOpen = resolution.state === "open";
  return (
    <StaffPage
      frame={frame}
      title={`Panel of ${place}, ${dayInWords(resolution.heldOn)}`}
      errors={<FormErrors messages={refused?.messages} />}
    >
      <SummaryList
        rows={[
          { term: "Standing", value: resolutionStateWords[resolution.state] },
          { term: "How", value: resolutionFormatWords[resolution.format] },
          {
            term: isOpen ? "Vote closes" : "Vote closed",
            value: `At the end of ${dayInWords(closingDay(resolution.closesAt))}`,
          },
          {
            term: "Quorum",
            value: `${resolution.quorum} of ${resolution.membersTotal} members. ${isOpen ? `${tookPart} took part so far` : `${resolution.present ?? tookPart} took part`}`,
          },
          ...(isOpen && resolution.kind === "adopt"
            ? [{ term: "Room", value: room === 1 ? "1 more priority" : `${room} more priorities` }]
            : []),
        ]}
      />
      {view.papers === null ? null : <SignOffPapers papers={view.papers} />}
      {resolution.isInterim ? (
        <WarningText>
          Interim panel: key individuals vote, because this neighbourhood has no panel
        </WarningText>
      ) : null}
      <div id={wholeFormId} tabIndex={-1}>
        {isOpen && !hasBegun ? (
          <p>Attendance and votes are recorded from {dayInWords(resolution.heldOn)} on.</p>
        ) : null}
        {isOpen && hasBegun ? (
          <>
            <Attendance resolution={resolution} members={members} />
            <ShowOfHands
              resolutionId={resolution.id}
              kind={resolution.kind}
              members={members}
              items={items}
            />
            {resolution.kind === "sign-off" ? (
              <SignOffForm
                view={view}
                lastResult={
                  refused?.intent === "sign-off" || refused?.intent === "" ? refused.reply : undefined
                }
              />
            ) : (
              <ResolutionForm
                view={view}
                lastResult={
                  refused?.intent === "resolve" || refused?.intent === "" ? refused.reply : undefined
                }
              />
            )}
          </>
        ) : null}
        {isOpen ? null : <Decided resolution={resolution} items={items} />}
      </div>
      <p>
        <Link className="govuk-link" to={paths.staff.panels()}>
          All panels
        </Link>
      </p>
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
