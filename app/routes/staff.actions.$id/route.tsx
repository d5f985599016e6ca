import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { AnswerOwnForm } from "#app/components/plan/answer-own-form.tsx";
import { answerOwnSchema } from "#app/components/plan/answer-own-schema.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { errorsByField } from "#app/domain/account/change.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { can } from "#app/domain/actor.ts";
import { actionDueInWords, actionStateWords, isActionClosed } from "#app/domain/plan/action.ts";
import { mayAnswerAction } from "#app/domain/plan/may-answer.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireStaff } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { answerAction } from "#app/services/plan/answer-action.server.ts";
import { findActionToAnswer } from "#db/queries/plan-action.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Your action", description: "Say what came of it.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireStaff(args);
  const today = londonDay(args.context.now);
  const action = await visit.read((tx) => findActionToAnswer(tx, args.params["id"] ?? "", today));
  if (action === null || !mayAnswerAction(visit.actor, action)) throw notFound();
  const { id, number, version, task, dueOn, state, result, reference, title } = action;
  return privatePage({
    frame: staffFrameOf(visit),
    action: { id, number, version, task, dueOn, state, result, reference, title },
    due: actionDueInWords(action, today),
    mayReadPlan: can(visit.actor, "plan:read", action),
  });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireStaff(args);
  // What is not there to be read takes no form either.
  await loader(args);
  const form = await readForm(args.request, answerOwnSchema);
  if (!form.ok) return badForm(args.context, form.reply, {});
  const { db, now } = args.context;
  const change = await answerAction({ db, now }, actor, { actionId: args.params["id"] ?? "", ...form.value });
  if (change === null) throw notFound();
  return change.ok
    ? redirect(paths.staff.home("action"))
    : badForm(args.context, form.refuse(errorsByField(change.errors)), {});
}

export default function MyAction() {
  const { frame, action: shown, due, mayReadPlan } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply;
  const { id, task, title, reference, dueOn, state, result, number } = shown;
  return (
    <StaffPage
      frame={frame}
      title={task}
      errors={<FormErrors messages={reply?.error?.["form"] ?? undefined} />}
    >
      <p id={wholeFormId} tabIndex={-1}>
        {actionStateWords[state]}. Due on {dayInWords(dueOn)}
        {due === null ? "" : `: ${due.toLowerCase()}`}.
      </p>
      {isActionClosed(state) ? null : (
        <AnswerOwnForm action={shown} to={paths.staff.myAction(id)} reply={reply} />
      )}
      <SummaryList
        rows={[
          { term: "Priority", value: `${title} (${reference})` },
          ...(result === null ? [] : [{ term: "What was said last", value: result }]),
        ]}
      />
      <ul className="govuk-list">
        {mayReadPlan ? (
          <li>
            <Link className="govuk-link" to={paths.staff.planAction(reference, number)}>
              This action in its plan
            </Link>
          </li>
        ) : null}
        <li>
          <Link className="govuk-link" to={paths.staff.home()}>
            Your work
          </Link>
        </li>
      </ul>
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
