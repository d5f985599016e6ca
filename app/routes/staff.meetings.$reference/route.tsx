import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { toWanted } from "#app/components/meeting/meeting-schema.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { FormErrors } from "#app/components/staff/form-errors.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { errorsByField } from "#app/domain/account/change.ts";
import { can } from "#app/domain/actor.ts";
import { meetingTimeInWords } from "#app/domain/meeting/announcement.ts";
import { meetingStateWords } from "#app/domain/meeting/meeting.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { cancelMeeting } from "#app/services/meeting/cancel-meeting.server.ts";
import { changeMeeting } from "#app/services/meeting/change-meeting.server.ts";
import { mayAnnounceIn } from "#app/services/meeting/meeting-change.server.ts";
import { writeUpMeeting } from "#app/services/meeting/write-up-meeting.server.ts";
import { findMeeting } from "#db/queries/meeting.ts";
import { CancelForm } from "./cancel-form.tsx";
import { ChangeForm } from "./change-form.tsx";
import { actSchema, doneOf, doneWords, replyFor } from "./acts.ts";
import { WriteUpForm } from "./write-up-form.tsx";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Meeting", description: "Change, cancel or write up a meeting.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "meeting:announce");
  const { now, finder } = args.context;
  const meeting = await visit.read((tx) => findMeeting(tx, args.params["reference"] ?? ""));
  const ids = meeting?.neighbourhoods.map(({ id }) => id) ?? [];
  const isOwn = ids.some((neighbourhoodId) => can(visit.actor, "meeting:announce", { neighbourhoodId }));
  if (meeting === null || !isOwn) throw notFound();
  const mayChange = mayAnnounceIn(visit.actor, ids) && meeting.takenDownAt === null;
  const isOpen = meeting.state === "announced";
  return privatePage({
    frame: staffFrameOf(visit),
    meeting,
    today: londonDay(now),
    neighbourhoods: meeting.neighbourhoods.map(({ slug }) => finder.bySlug(slug)?.name ?? slug),
    done: doneOf(new URL(args.request.url).searchParams.get("done")),
    mayChange,
    may: {
      change: mayChange && isOpen && meeting.startsAt > now,
      cancel: mayChange && isOpen,
      writeUp: mayChange && meeting.state !== "cancelled" && meeting.endsAt <= now,
    },
  });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActor(args, "meeting:announce");
  // What is not there to be read takes no form either.
  await loader(args);
  const { db, now } = args.context;
  const reference = args.params["reference"] ?? "";
  const form = await readForm(args.request, actSchema);
  if (!form.ok) return badForm(args.context, form.reply, {});
  const wanted = form.value;
  const seen = { reference, version: wanted.version };
  const change =
    wanted.intent === "change"
      ? await changeMeeting({ db, now }, actor, seen, toWanted(wanted))
      : wanted.intent === "cancel"
        ? await cancelMeeting({ db, now }, actor, seen, wanted.reason)
        : await writeUpMeeting({ db, now }, actor, seen, {
            said: wanted.said,
            decisions: wanted.decisions ?? "",
            attended: wanted.attended ?? null,
          });
  return change.ok
    ? redirect(paths.staff.meeting(reference, wanted.intent))
    : badForm(args.context, form.refuse(errorsByField(change.errors)), {});
}

export default function StaffMeeting() {
  const { frame, meeting, today, neighbourhoods, done, may, mayChange } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply;
  return (
    <StaffPage
      frame={frame}
      title={meeting.title}
      errors={<FormErrors messages={reply?.error?.["form"] ?? undefined} />}
    >
      <DoneMessage words={done && doneWords[done]} />
      <SummaryList
        rows={[
          {
            term: "State",
            value: meeting.takenDownAt === null ? meetingStateWords[meeting.state] : "Taken down",
          },
          { term: "When", value: meetingTimeInWords(meeting, today) },
          { term: "For", value: neighbourhoods.join(", ") },
          {
            term: "Public page",
            value: (
              <Link className="govuk-link" to={paths.meeting(meeting.reference)}>
                {meeting.reference}
              </Link>
            ),
          },
        ]}
      />
      {mayChange || meeting.takenDownAt !== null ? null : (
        <p>This meeting is for neighbourhoods of other teams too. Ask your inspector to change it.</p>
      )}
      {may.writeUp ? <WriteUpForm meeting={meeting} reply={replyFor(reply, "write-up")} /> : null}
      {may.change ? <ChangeForm meeting={meeting} reply={replyFor(reply, "change")} /> : null}
      {may.cancel ? <CancelForm meeting={meeting} reply={replyFor(reply, "cancel")} /> : null}
      <p>
        <Link className="govuk-link" to={paths.staff.meetings()}>
          Back to meetings
        </Link>
      </p>
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
