import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actionSchema, toWantedAction } from "#app/components/plan/action-schema.ts";
import { PlanPage } from "#app/components/plan/plan-page.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { errorsByField } from "#app/domain/account/change.ts";
import { can } from "#app/domain/actor.ts";
import { mostPressingFirst } from "#app/domain/plan/action.ts";
import { actionFor } from "#app/domain/plan/action-for.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { forbidden } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { ownerGroupsFor } from "#app/owner-groups.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { visitPlan } from "#app/plan-guard.server.ts";
import { addAction } from "#app/services/plan/add-action.server.ts";
import { actionsOfPlan } from "#db/queries/plan-action.ts";
import { ActionsTable } from "./actions-table.tsx";
import { AddForm } from "./add-form.tsx";
import { JointActions } from "./joint-actions.tsx";
import { readJoint } from "./read-joint.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Actions of the plan", description: "What is done, and by whom.", path: null });

export const headers = pageHeaders;

const doneWords = new Map([
  ["added", "The action is in the plan."],
  ["changed", "The action is changed."],
  ["answered", "What came of the action is in the plan."],
]);

export async function loader(args: LoaderFunctionArgs) {
  const { frame, head, found } = await visitPlan(args, "plan:read", async (tx, { plan, priority }, visit) => {
    const today = londonDay(args.context.now);
    const mayAdd = plan.stage !== "closed" && can(visit.actor, "plan:write", priority);
    const actions = mostPressingFirst(await actionsOfPlan(tx, plan.id), today);
    return {
      joint: await readJoint(tx, visit.actor, priority.id, args.context.now),
      actions: actions.map((action) => actionFor(visit.actor, action)),
      owners: mayAdd ? await ownerGroupsFor(tx, priority.neighbourhoodId, today) : null,
    };
  });
  const done = doneWords.get(new URL(args.request.url).searchParams.get("done") ?? "") ?? null;
  return privatePage({ frame, head, today: londonDay(args.context.now), done, ...found });
}

export async function action(args: ActionFunctionArgs) {
  const { visit, found: priority } = await visitPlan(args, "plan:read", (_, held) =>
    Promise.resolve(held.priority),
  );
  if (!can(visit.actor, "plan:write", priority)) throw forbidden();
  const form = await readForm(args.request, actionSchema);
  if (!form.ok) return badForm(args.context, form.reply, {});
  const { db, now } = args.context;
  const { reference } = priority;
  const change = await addAction({ db, now }, visit.actor, reference, toWantedAction(form.value));
  if (change === null) throw notFound();
  return change.ok
    ? redirect(paths.staff.planActions(reference, "added"))
    : badForm(args.context, form.refuse(errorsByField(change.errors)), {});
}

export default function PlanActions() {
  const { frame, head, today, done, actions, joint, owners } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply;
  return (
    <PlanPage
      frame={frame}
      head={head}
      title="Actions"
      errors={<FormErrors messages={reply?.error?.["form"] ?? undefined} />}
    >
      <DoneMessage words={done} />
      <div id={wholeFormId} tabIndex={-1}>
        {actions.length === 0 ? (
          <p>Nothing is planned yet.</p>
        ) : (
          <ActionsTable reference={head.reference} today={today} actions={actions} />
        )}
      </div>
      {joint.length === 0 ? null : <JointActions today={today} actions={joint} />}
      {owners === null ? null : <AddForm reference={head.reference} owners={owners} reply={reply} />}
    </PlanPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
