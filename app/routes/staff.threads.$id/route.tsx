import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { WarningText } from "#app/components/govuk/warning-text.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { dateFieldError } from "#app/components/staff/date-field.tsx";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { EntryList } from "#app/components/thread/entry-list.tsx";
import { errorsByField } from "#app/domain/account/change.ts";
import { can, scopeOf } from "#app/domain/actor.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { viewThread } from "#app/services/thread/view-thread.server.ts";
import { findThread } from "#db/queries/thread.ts";
import { AnswerForms } from "./answer-forms.tsx";
import { doneWords } from "./done-words.ts";
import type { ThreadFields } from "./thread-fields.ts";
import { readThread } from "./read-thread.ts";
import { doThreadAct, threadActSchema } from "./thread-act.server.ts";
import { ThreadFacts } from "./thread-facts.tsx";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "A message to the team",
    description: "What was written, and your answer.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const visit = await requireActor({ request, context }, "thread:read");
  const found = await viewThread(context, visit.actor, params["id"] ?? "");
  if (found === null) throw notFound();
  const { thread, entries, settings } = found;
  const { now, finder } = context;
  return privatePage({
    frame: staffFrameOf(visit),
    done: doneWords(new URL(request.url).searchParams.get("done")),
    canAnswer: can(visit.actor, "thread:answer", { neighbourhoodId: thread.neighbourhoodId }),
    thread: readThread(thread, entries, { now, settings, finder }),
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, read } = await requireActor({ request, context }, "thread:answer");
  const id = params["id"] ?? "";
  const scope = scopeOf(actor, "thread:answer");
  const found = scope === null ? null : await read((tx) => findThread(tx, scope, id));
  if (found === null) throw notFound();
  const form = await readForm(request, threadActSchema);
  if (!form.ok) return badForm(context, form.reply, { messages: [] });
  const change = await doThreadAct(context, actor, found.id, form.value);
  if (change.ok) return redirect(paths.staff.thread(id, form.value.intent));
  const errors = errorsByField(change.errors);
  return badForm(context, form.refuse(errors), { messages: errors["form"] ?? [] });
}

export default function ThreadPage() {
  const { frame, done, canAnswer, thread } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<ThreadFields>({ id: "thread-act", lastResult: refused?.reply });
  const { answer, until, reason, elsewhere, again } = fields;
  return (
    <StaffPage
      frame={frame}
      title={`Message ${thread.reference}`}
      errors={
        <>
          <ErrorSummary fields={[answer, dateFieldError(until), reason, elsewhere, again]} />
          <FormErrors messages={refused?.messages} />
        </>
      }
    >
      <DoneMessage words={done} />
      {thread.urgency === null ? null : <WarningText>{thread.urgency}</WarningText>}
      <div id={wholeFormId} tabIndex={-1}>
        <ThreadFacts thread={thread} />
      </div>
      <EntryList entries={thread.entries} reader="staff" />
      {canAnswer ? (
        <AnswerForms thread={thread} fields={{ answer, until, reason, elsewhere, again }} />
      ) : null}
      <p>
        <Link className="govuk-link" to={paths.staff.threads()}>
          Back to the messages
        </Link>
      </p>
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
