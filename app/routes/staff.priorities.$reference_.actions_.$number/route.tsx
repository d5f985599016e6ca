import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { toWantedAction } from "#app/components/plan/action-schema.ts";
import { PlanPage } from "#app/components/plan/plan-page.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { errorsByField } from "#app/domain/account/change.ts";
import { can } from "#app/domain/actor.ts";
import { isActionClosed } from "#app/domain/plan/action.ts";
import { actionFor } from "#app/domain/plan/action-for.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { forbidden } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { ownerGroupsFor } from "#app/owner-groups.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { visitPlan } from "#app/plan-guard.server.ts";
import { answerAction } from "#app/services/plan/answer-action.server.ts";
import { changeAction } from "#app/services/plan/change-action.server.ts";
import { findActionOf } from "#db/queries/plan-action.ts";
import { actionFacts } from "./action-facts.ts";
import { actionInForm } from "./action-in-form.ts";
import { actSchema, replyFor } from "./acts.ts";
import { AnswerForm } from "./answer-form.tsx";
import { ChangeForm } from "./change-form.tsx";
import { ReopenForm } from "./reopen-form.tsx";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Action of the plan",
    description: "What is to be done, and how it stands.",
    path: null,
  });

export const headers = pageHeaders;

const numberOf = (typed: string | undefined) => (/^\d{1,4}$/.test(typed ?? "") ? Number(typed) : 0);

export async function loader(args: LoaderFunctionArgs) {
  const { frame, head, found } = await visitPlan(args, "plan:read", async (tx, { plan, priority }, visit) => {
    const today = londonDay(args.context.now);
    const held = await findActionOf(tx, plan.id, numberOf(args.params["number"]));
    if (held === null) return null;
    const shown = actionFor(visit.actor, held);
    const mayChange = plan.stage !== "closed" && can(visit.actor, "plan:write", priority);
    return {
      number: shown.number,
      task: shown.task,
      facts: actionFacts(shown, today),
      form: mayChange
        ? { action: actionInForm(held), owners: await ownerGroupsFor(tx, priority.neighbourhoodId, today) }
        : null,
    };
  });
  if (found === null) throw notFound();
  return privatePage({ frame, head, ...found });
}

export async function action(args: ActionFunctionArgs) {
  const { visit, found } = await visitPlan(args, "plan:read", async (tx, { plan, priority }) => ({
    priority,
    action: await findActionOf(tx, plan.id, numberOf(args.params["number"])),
  }));
  const { priority, action: held } = found;
  if (held === null) throw notFound();
  if (!can(visit.actor, "plan:write", priority)) throw forbidden();
  const form = await readForm(args.request, actSchema);
  if (!form.ok) return badForm(args.context, form.reply, {});
  const { db, now } = args.context;
  const { reference } = priority;
  const wanted = form.value;
  const { version, publicReason } = wanted;
  const { id: actionId, number } = held;
  const change =
    wanted.intent === "answer"
      ? await answerAction({ db, now }, visit.actor, {
          actionId,
          version,
          state: wanted.state,
          words: wanted.words,
          publicReason,
        })
      : await changeAction(
          { db, now },
          visit.actor,
          { reference, number, version },
          { ...toWantedAction(wanted), publicReason },
        );
  if (change === null) throw notFound();
  const done = wanted.intent === "answer" ? "answered" : "changed";
  return change.ok
    ? redirect(paths.staff.planActions(reference, done))
    : badForm(args.context, form.refuse(errorsByField(change.errors)), {});
}

export default function PlanAction() {
  const { frame, head, number, task, facts, form } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply;
  const { reference } = head;
  return (
    <PlanPage
      frame={frame}
      head={head}
      title={`Action ${number}`}
      errors={<FormErrors messages={reply?.error?.["form"] ?? undefined} />}
    >
      <div id={wholeFormId} tabIndex={-1}>
        <p className="govuk-body-l">{task}</p>
        <SummaryList rows={facts} />
      </div>
      {form === null ? null : (
        <>
          {isActionClosed(form.action.state) ? (
            <ReopenForm reference={reference} action={form.action} reply={replyFor(reply, "answer")} />
          ) : (
            <AnswerForm reference={reference} action={form.action} reply={replyFor(reply, "answer")} />
          )}
          <ChangeForm
            reference={reference}
            action={form.action}
            owners={form.owners}
            reply={replyFor(reply, "change")}
          />
        </>
      )}
      <p>
        <Link className="govuk-link" to={paths.staff.planActions(reference)}>
          All actions of this plan
        </Link>
      </p>
    </PlanPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
