import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { FormErrors } from "#app/components/staff/form-errors.tsx";
import { errorsByField } from "#app/domain/account/change.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { homeOfSeat } from "#app/partner-work.server.ts";
import { paths } from "#app/paths.ts";
import { answerInvitation, declareConfidentiality } from "#app/services/tasking/answer-invitation.server.ts";
import { readTaskingMeeting } from "#app/services/tasking/read-meeting.server.ts";
import { notFoundOrShut } from "#app/shut.server.ts";
import { requireSeat } from "#app/tasking-guard.server.ts";
import { findTaskingMeeting } from "#db/queries/tasking-meeting.ts";
import { actSchema, doneOf } from "./acts.ts";
import { MeetingPage } from "./meeting-page.tsx";
import { readOwnMeeting } from "./own-meeting.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Your meeting", description: "A joint tasking meeting.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSeat(args);
  const { db, now } = args.context;
  const meeting = await readTaskingMeeting(
    { db, now },
    visit.actor,
    args.params["reference"] ?? "",
    "meeting",
    (tx, held) => readOwnMeeting(tx, visit.actor, held),
  );
  if (meeting === null) throw await notFoundOrShut(visit, now);
  const done = doneOf(new URL(args.request.url).searchParams.get("done"));
  return privatePage({ home: homeOfSeat(visit.actor), meeting, done, today: londonDay(now) });
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSeat(args);
  const { actor, read } = visit;
  const { db, now } = args.context;
  const reference = args.params["reference"] ?? "";
  // What is not there to be read takes no form either.
  const reader = taskingReaderOf(actor);
  if ((await read((tx) => findTaskingMeeting(tx, reader, reference, londonDay(now)))) === null)
    throw await notFoundOrShut(visit, now);
  const form = await readForm(args.request, actSchema);
  if (!form.ok) return badForm(args.context, form.reply, {});
  const { intent } = form.value;
  const change =
    intent === "declare"
      ? await declareConfidentiality({ db, now }, actor, reference)
      : await answerInvitation({ db, now }, actor, reference, intent);
  if (change === null) throw notFound();
  return change.ok
    ? redirect(paths.partners.meeting(reference, intent))
    : badForm(args.context, form.refuse(errorsByField(change.errors)), {});
}

export default function PartnerMeeting() {
  const { home, ...page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply;
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <Breadcrumbs
        items={[home, { to: paths.partners.meetings(), words: "Our meetings" }]}
        here="Your meeting"
      />
      <FormErrors messages={reply?.error?.["form"] ?? reply?.error?.["intent"] ?? undefined} />
      <MeetingPage {...page} />
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
