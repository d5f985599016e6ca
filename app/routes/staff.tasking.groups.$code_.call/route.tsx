import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { CallFields, callFieldErrors } from "#app/components/tasking/call-fields.tsx";
import { callSchema, toCall, type CallFormFields } from "#app/components/tasking/call-schema.ts";
import { taskingFrameOf } from "#app/components/tasking/tasking-frame.ts";
import { TaskingPage } from "#app/components/tasking/tasking-page.tsx";
import { dayOfParts, partsOfDay } from "#app/domain/account/day-parts.ts";
import { readForm, refusedForm, badForm } from "#app/forms.server.ts";
import { forbidden } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { callMeeting } from "#app/services/tasking/call-meeting.server.ts";
import { readLedGroup } from "#app/services/tasking/read-led-group.server.ts";
import { requireTasking } from "#app/tasking-guard.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Call a meeting", description: "Ask a tasking group to meet.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireTasking(args);
  const { db, now } = args.context;
  const found = await readLedGroup({ db, now }, visit.actor, args.params["code"] ?? "");
  if (found === null) throw notFound();
  if (found === "not-led") throw forbidden();
  const { group, members } = found;
  if (group.endedAt !== null) throw notFound();
  return privatePage({
    frame: taskingFrameOf(visit),
    group: { code: group.code, name: group.name, chairId: group.chairId },
    people: members.map(({ accountId, name, agency }) => ({ accountId, name, agency })),
  });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireTasking(args);
  // What is not theirs to see takes no form either.
  await loader(args);
  const { db, now, publicUrl } = args.context;
  const form = await readForm(args.request, callSchema);
  if (!form.ok) return badForm(args.context, form.reply, { messages: [] });
  const called = await callMeeting(
    { db, now, publicUrl },
    actor,
    args.params["code"] ?? "",
    toCall(form.value),
  );
  if (called === null) throw notFound();
  return called.ok
    ? redirect(paths.tasking.meeting(called.reference, "called"))
    : refusedForm(args.context, form, called.errors);
}

/** The day of the address: named when the last meeting was finished. */
function useNamedDay() {
  const day = partsOfDay(useSearchParams()[0].get("day") ?? "");
  return dayOfParts(day) === null ? undefined : day;
}

export default function CallMeeting() {
  const { frame, group, people } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<CallFormFields>({
    id: "call",
    lastResult: refused?.reply,
    defaultValue: { chairId: group.chairId ?? "", day: useNamedDay() },
  });
  return (
    <TaskingPage
      frame={frame}
      title={`Call a meeting of ${group.name}`}
      errors={
        <>
          <ErrorSummary fields={callFieldErrors(fields)} />
          <FormErrors messages={refused?.messages} />
        </>
      }
    >
      <p id={wholeFormId} tabIndex={-1}>
        Everybody with a seat is asked by mail, with a file for their calendar. The agenda writes itself, and
        you can add to it.
      </p>
      {people.length === 0 ? (
        <p>
          Nobody has a seat in this group.{" "}
          <Link className="govuk-link" to={paths.tasking.groupMembers(group.code)}>
            Give somebody a seat first
          </Link>
        </p>
      ) : null}
      <form method="post" action={paths.tasking.callMeeting(group.code)} noValidate>
        <CallFields fields={fields} people={people} />
        <Button>Call the meeting</Button>
      </form>
      <p>
        <Link className="govuk-link" to={paths.tasking.group(group.code)}>
          Back to {group.name}
        </Link>
      </p>
    </TaskingPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
