import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { wholeFormId } from "#app/components/staff/form-errors.tsx";
import { ReplySummary } from "#app/components/staff/reply-summary.tsx";
import { taskingActionFacts } from "#app/components/tasking/action-facts.ts";
import { ActionHistory } from "#app/components/tasking/action-history.tsx";
import { taskingFrameOf } from "#app/components/tasking/tasking-frame.ts";
import { TaskingPage } from "#app/components/tasking/tasking-page.tsx";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { notFound } from "#app/http.server.ts";
import { idParam } from "#app/id-param.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { requireOfficer, requireTasking } from "#app/tasking-guard.server.ts";
import { findTaskingAction } from "#db/queries/tasking-action.ts";
import { actSchema, intentSent, replyFor } from "./acts.ts";
import { AnswerForm } from "./answer-form.tsx";
import { AskedBy } from "./asked-by.tsx";
import { LineForms } from "./line-forms.tsx";
import { MoveForms } from "./move-forms.tsx";
import { readAction } from "./read-action.server.ts";
import { TakeOnForm } from "./take-on-form.tsx";
import { takeAct } from "./take-act.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Action",
    description: "What is asked, of whom, and what came of it.",
    path: null,
  });

export const headers = pageHeaders;

const doneWords = new Map([
  ["answer", "What came of it is kept."],
  ["take-on", "It is yours, and stands first in your list of actions."],
  ["move-day", "It is moved to another day."],
  ["give-on", "It is given to somebody else."],
  ["withdraw", "It is withdrawn."],
  ["reopen", "It is open again."],
  ["publish", "Residents read it on the priority’s page."],
  ["withhold", "Residents read nothing of it."],
]);

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireOfficer(args);
  const id = idParam(args.params["id"]);
  const found = await visit.read((tx) => readAction(tx, visit.actor, id, args.context.now));
  if (found === null) throw await notTheirs(args);
  const done = doneWords.get(new URL(args.request.url).searchParams.get("done") ?? "") ?? null;
  return privatePage({ frame: taskingFrameOf(visit), ...found, done });
}

export async function action(args: ActionFunctionArgs) {
  const { actor, read } = await requireOfficer(args);
  const id = idParam(args.params["id"]);
  const { db, now } = args.context;
  // What is not there to be read takes no form either.
  const held = await read((tx) => findTaskingAction(tx, taskingReaderOf(actor), id, londonDay(now)));
  if (held === null) throw await notTheirs(args);
  const form = await readForm(args.request, actSchema);
  if (!form.ok) return badForm(args.context, form.reply, { messages: [] });
  const change = await takeAct({ db, now }, actor, id, form.value);
  if (change === null) throw notFound();
  return change.ok
    ? redirect(paths.tasking.action(id, form.value.intent))
    : refusedForm(args.context, form, change.errors);
}

/** Whoever has no joint tasking at all is told that first. */
async function notTheirs(args: LoaderFunctionArgs) {
  await requireTasking(args);
  return notFound();
}

export default function TaskingAction() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const reply = refused?.reply;
  const { id, version, name, group, priority, action: shown, answers, moves } = page;
  const form = { version, to: paths.tasking.action(id) };
  return (
    <TaskingPage
      frame={page.frame}
      title={shown.task}
      errors={
        <ReplySummary
          reply={reply}
          formId={intentSent(reply)}
          dates={["dueOn"]}
          messages={refused?.messages}
        />
      }
    >
      <DoneMessage words={page.done} />
      <p id={wholeFormId} tabIndex={-1}>
        <AskedBy name={name} group={group} priority={priority} />
      </p>
      <SummaryList rows={taskingActionFacts(shown, page.today)} />
      {page.mayTakeOn ? <TakeOnForm {...form} /> : null}
      {answers.length === 0 ? null : (
        <AnswerForm
          {...form}
          answers={answers}
          hasPage={priority !== null}
          reply={replyFor(reply, "answer")}
        />
      )}
      {page.mayDecide ? (
        <LineForms
          {...form}
          agency={shown.agency}
          publicLine={shown.publicLine}
          state={shown.publicLineState}
          isBeforeElection={page.isBeforeElection}
          publishReply={replyFor(reply, "publish")}
          withholdReply={replyFor(reply, "withhold")}
        />
      ) : null}
      <MoveForms
        {...form}
        moves={moves}
        agencies={page.agencies}
        position={shown.position}
        replyOf={(move) => replyFor(reply, move)}
      />
      <ActionHistory events={page.events} />
    </TaskingPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
