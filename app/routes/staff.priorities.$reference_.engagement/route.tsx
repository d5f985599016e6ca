import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { PlanPage } from "#app/components/plan/plan-page.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { can } from "#app/domain/actor.ts";
import { approvalRefusals, evaluationRefusals } from "#app/domain/engagement/engagement.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { forbidden } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { visitPlan } from "#app/plan-guard.server.ts";
import { findEngagementOf } from "#db/queries/engagement.ts";
import { listActivities, listActivityOwners } from "#db/queries/engagement-activity.ts";
import { actSchema, doneWords, permissionFor, replyFor } from "./acts.ts";
import { Activities } from "./activities.tsx";
import { AudienceForm } from "./audience-form.tsx";
import { Audience } from "./audience.tsx";
import { doAct } from "./do-act.server.ts";
import { Ends } from "./ends.tsx";
import { shownActivity } from "./shown-activity.ts";
import { Standing } from "./standing.tsx";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Engagement plan",
    description: "How the people of a priority are reached, and told what came of it.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { visit, frame, head, found } = await visitPlan(
    args,
    "plan:read",
    async (tx, { priority }, { actor }) => {
      const plan = await findEngagementOf(tx, priority.id);
      if (plan === null) return null;
      const activities = await listActivities(tx, plan.id);
      const isOpen = plan.state !== "evaluated";
      const write = isOpen && can(actor, "plan:write", priority);
      return {
        plan,
        activities: activities.map((activity) => shownActivity(activity, write)),
        owners: write
          ? await listActivityOwners(tx, priority.neighbourhoodId, londonDay(args.context.now))
          : null,
        missing: plan.state === "draft" ? approvalRefusals({ ...plan, activities }) : [],
        unfinished: plan.state === "draft" ? [] : evaluationRefusals(plan.state, activities),
        may: {
          write,
          approve: plan.state === "draft" && can(actor, "priority:accept", priority),
          evaluate: isOpen && plan.state !== "draft" && can(actor, "plan:approve", priority),
        },
      };
    },
  );
  if (found === null) throw notFound();
  const { state, version, audience, underHeard, underHeardWhy, evaluation, approvedAt, evaluatedAt } =
    found.plan;
  // The restricted layer is for the police alone.
  const advice = visit.actor.kind === "staff" ? found.plan.advice : null;
  const done = doneWords.get(new URL(args.request.url).searchParams.get("done") ?? "") ?? null;
  return privatePage({
    frame,
    head,
    ...found,
    plan: {
      state,
      version,
      audience,
      underHeard,
      underHeardWhy,
      advice,
      evaluation,
      approvedAt,
      evaluatedAt,
    },
    done,
  });
}

export async function action(args: ActionFunctionArgs) {
  const { visit, head, found } = await visitPlan(args, "plan:read", (_, { priority }) =>
    Promise.resolve(priority),
  );
  const { context, request } = args;
  const form = await readForm(request, actSchema);
  if (!form.ok) return badForm(context, form.reply, { messages: [] });
  const { intent } = form.value;
  if (!can(visit.actor, permissionFor[intent], found)) throw forbidden();
  const change = await doAct(context, visit.actor, head.reference, form.value);
  if (change === null) throw notFound();
  return change.ok
    ? redirect(paths.staff.engagement(head.reference, intent))
    : refusedForm(context, form, change.errors);
}

export default function Engagement() {
  const { frame, head, plan, activities, owners, missing, unfinished, may, done } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { reference } = head;
  const form = { reference, version: plan.version };
  const reply = refused?.reply;
  return (
    <PlanPage
      frame={frame}
      head={head}
      title="Engagement plan"
      errors={<FormErrors messages={refused?.messages} />}
    >
      <DoneMessage words={done} />
      <div id={wholeFormId} tabIndex={-1}>
        <Standing plan={plan} />
        <p>
          <Link className="govuk-link" to={paths.staff.engagementHistory(reference)}>
            Versions of the engagement plan
          </Link>
        </p>
        <h2 className="govuk-heading-m">Audience</h2>
        {may.write ? (
          <AudienceForm {...form} plan={plan} reply={replyFor(reply, "save")} />
        ) : (
          <Audience plan={plan} />
        )}
        <Activities form={form} activities={activities} owners={owners} plan={plan} reply={reply} />
        <Ends form={form} plan={plan} may={may} missing={missing} unfinished={unfinished} reply={reply} />
      </div>
    </PlanPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
