import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { ReplySummary } from "#app/components/staff/reply-summary.tsx";
import { CallFields, callFieldErrors } from "#app/components/tasking/call-fields.tsx";
import { callSchema, toCall, toTypedCall, type CallFormFields } from "#app/components/tasking/call-schema.ts";
import { taskingFrameOf } from "#app/components/tasking/tasking-frame.ts";
import { TaskingPage } from "#app/components/tasking/tasking-page.tsx";
import { meetingNumberOf } from "#app/domain/tasking/calling.ts";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { forbidden } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { cancelTaskingMeeting } from "#app/services/tasking/cancel-meeting.server.ts";
import { changeMeetingDetails } from "#app/services/tasking/change-meeting-details.server.ts";
import { readLedMeeting } from "#app/services/tasking/read-led-meeting.server.ts";
import { requireTasking } from "#app/tasking-guard.server.ts";
import { CancelForm } from "./cancel-form.tsx";

const version = z.number({ error: "Look at the meeting again, then change it" }).int();
const schema = z.discriminatedUnion("intent", [
  callSchema.extend({ intent: z.literal("change"), version }),
  z.object({
    intent: z.literal("cancel"),
    version,
    reason: z
      .string({ error: "Enter why it is cancelled" })
      .max(500, "Shorten this to 500 characters or fewer"),
  }),
]);

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Change a meeting", description: "Move it, or call it off.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireTasking(args);
  const { db, now } = args.context;
  const reference = args.params["reference"] ?? "";
  const found = await readLedMeeting({ db, now }, visit.actor, reference);
  if (found === "not-led") throw forbidden();
  if (found?.meeting.state !== "called") throw notFound();
  const { meeting, group, asked } = found;
  const { startsAt, endsAt, place, howToJoin, chairId } = meeting;
  return privatePage({
    frame: taskingFrameOf(visit),
    meeting: {
      reference,
      number: meeting.number,
      version: meeting.version,
      startsAt,
      endsAt,
      place,
      howToJoin,
      chairId,
    },
    group: { code: group.code, name: group.name },
    people: asked.flatMap(({ accountId, name, agency, isWithdrawn }) =>
      accountId === null || isWithdrawn ? [] : [{ accountId, name, agency }],
    ),
  });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireTasking(args);
  // What is not theirs to see takes no form either.
  await loader(args);
  const { db, now, publicUrl } = args.context;
  const reference = args.params["reference"] ?? "";
  const form = await readForm(args.request, schema);
  if (!form.ok) return badForm(args.context, form.reply, { messages: [] });
  const wanted = form.value;
  const deps = { db, now, publicUrl };
  const seen = { reference, version: wanted.version };
  const change =
    wanted.intent === "change"
      ? await changeMeetingDetails(deps, actor, seen, toCall(wanted))
      : await cancelTaskingMeeting(deps, actor, seen, wanted.reason);
  if (change === null) throw notFound();
  return change.ok
    ? redirect(paths.tasking.meeting(reference, wanted.intent === "change" ? "changed" : "cancelled"))
    : refusedForm(args.context, form, change.errors);
}

export default function ChangeTaskingMeeting() {
  const { frame, meeting, group, people } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { reference } = meeting;
  const isCancel = refused?.reply.initialValue?.["intent"] === "cancel";
  const [, fields] = useForm<CallFormFields>({
    id: "change",
    lastResult: isCancel ? undefined : refused?.reply,
    defaultValue: toTypedCall(meeting),
  });
  return (
    <TaskingPage
      frame={frame}
      title={`Change ${group.name} ${meetingNumberOf(group, meeting)}`}
      errors={
        isCancel ? (
          <ReplySummary reply={refused.reply} formId="cancel" messages={refused.messages} />
        ) : (
          <>
            <ErrorSummary fields={callFieldErrors(fields)} />
            <FormErrors messages={refused?.messages} />
          </>
        )
      }
    >
      <p id={wholeFormId} tabIndex={-1}>
        If the time or the place changes, everybody who is asked gets a mail and another file for their
        calendar.
      </p>
      <form method="post" action={paths.tasking.changeMeeting(reference)} noValidate>
        <input type="hidden" name="version" value={meeting.version} />
        <CallFields fields={fields} people={people} />
        <Button name="intent" value="change">
          Change the meeting
        </Button>
      </form>
      <CancelForm
        reference={reference}
        version={meeting.version}
        reply={isCancel ? refused.reply : undefined}
      />
      <p>
        <Link className="govuk-link" to={paths.tasking.meeting(reference)}>
          Back to the meeting
        </Link>
      </p>
    </TaskingPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
