import {
  data,
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
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { notFound } from "#app/http.server.ts";
import { ownerGroupsFor } from "#app/owner-groups.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { visitPlan } from "#app/plan-guard.server.ts";
import { answerAction } from "#app/services/plan/answer-action.server.ts";
import { changeAction } from "#app/services/plan/change-action.server.ts";
import { findActionOf } from "#db/queries/plan-action.ts";
import { actionFacts } from "./action-facts.ts";
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
    const action = await findActionOf(tx, plan.id, numberOf(args.params["number"]));
    if (action === null) return null;
    const mayChange = plan.stage !== "closed" && can(visit.actor, "plan:write", priority);
    return { action, owners: mayChange ? await ownerGroupsFor(tx, priority.neighbourhoodId, today) : null };
  });
  if (found === null) throw notFound();
  return privatePage({
    frame,
    head,
    facts: actionFacts(found.action, londonDay(args.context.now)),
    ...found,
  });
}

export async function action(args: ActionFunctionArgs) {
  const { visit, found } = await visitPlan(args, "plan:read", async (tx, { plan, priority }) => ({
    priority,
    action: await findActionOf(tx, plan.id, numberOf(args.params["number"])),
  }));
  const { priority, action: held } = found;
  if (held === null) throw notFound();
  if (!can(visit.actor, "plan:write", priority))
    throw data({ message: "Your role does not reach this" }, { status: 403 });
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
  const { frame, head, facts, action: shown, owners } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply;
  const { reference } = head;
  return (
    <PlanPage
      frame={frame}
      head={head}
      title={`Action ${shown.number}`}
      errors={<FormErrors messages={reply?.error?.["form"] ?? undefined} />}
    >
      <div id={wholeFormId} tabIndex={-1}>
        <p className="govuk-body-l">{shown.task}</p>
        <SummaryList rows={facts} />
      </div>
      {owners === null ? null : (
        <>
          {isActionClosed(shown.state) ? (
            <ReopenForm reference={reference} action={shown} reply={replyFor(reply, "answer")} />
          ) : (
            <AnswerForm reference={reference} action={shown} reply={replyFor(reply, "answer")} />
          )}
          <ChangeForm
            reference={reference}
            action={shown}
            owners={owners}
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
