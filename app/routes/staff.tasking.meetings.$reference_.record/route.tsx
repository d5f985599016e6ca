import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { deviceMark } from "#app/abstraction-form.server.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { wholeFormId } from "#app/components/staff/form-errors.tsx";
import { ReplySummary } from "#app/components/staff/reply-summary.tsx";
import { recordPageSchema } from "#app/components/tasking/record-schema.ts";
import { taskingFrameOf } from "#app/components/tasking/tasking-frame.ts";
import { TaskingPage } from "#app/components/tasking/tasking-page.tsx";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { forbidden } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { readTaskingMeeting } from "#app/services/tasking/read-meeting.server.ts";
import { requireRecorder } from "#app/tasking-record.server.ts";
import { doneInWords, intentSent } from "./acts.ts";
import { readRecord } from "./read-record.server.ts";
import { RecordingRoom } from "./recording-room.tsx";
import { takeForm } from "./take-form.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Record a joint tasking meeting",
    description: "Notes, decisions and actions of a joint tasking meeting.",
    path: null,
  });

export const headers = pageHeaders;

// What was refused because another was quicker is looked at as it is now. Asking for it afterwards would take what is wrong
// off the page again.
export const shouldRevalidate: ShouldRevalidateFunction = () => true;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireRecorder(args);
  const { db, now } = args.context;
  const search = new URL(args.request.url).searchParams;
  const correct = Number(search.get("correct") ?? Number.NaN);
  const read = await readTaskingMeeting(
    { db, now },
    visit.actor,
    args.params["reference"] ?? "",
    "record",
    async (tx, held) => ({
      view: await readRecord(tx, visit.actor, held, {
        now,
        correct: Number.isInteger(correct) ? correct : null,
      }),
    }),
  );
  if (read === null) throw notFound();
  // Others who read the meeting have its page.
  if (read.view === null) throw forbidden();
  return privatePage({
    frame: taskingFrameOf(visit),
    mark: deviceMark(args, visit),
    done: doneInWords(search),
    view: read.view,
  });
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireRecorder(args);
  const form = await readForm(args.request, recordPageSchema);
  if (!form.ok) return badForm(args.context, form.reply, { messages: [] });
  const taken = await takeForm(args, visit, form.value);
  return taken.ok ? redirect(taken.next) : refusedForm(args.context, form, taken.errors);
}

export default function RecordMeeting() {
  const { frame, mark, done, view } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <TaskingPage
      frame={frame}
      title={`Record: ${view.title}`}
      marking={view.marking}
      errors={
        <ReplySummary
          reply={refused?.reply}
          formId={intentSent(refused?.reply)}
          dates={["dueOn", "nextOn"]}
          messages={refused?.messages}
        />
      }
    >
      <div id={wholeFormId} tabIndex={-1}>
        <DoneMessage words={done} />
        <RecordingRoom key={view.reference} mark={mark} view={view} reply={refused?.reply} />
      </div>
    </TaskingPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
