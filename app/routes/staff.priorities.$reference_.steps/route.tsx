import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PlanPage } from "#app/components/plan/plan-page.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { errorsByField } from "#app/domain/account/change.ts";
import { can } from "#app/domain/actor.ts";
import { missingOf } from "#app/domain/plan/gate.ts";
import { dueReviewsOf } from "#app/domain/plan/review.ts";
import { stageAfter } from "#app/domain/plan/steps.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { forbidden } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { visitPlan } from "#app/plan-guard.server.ts";
import { readFacts } from "#app/services/plan/read-facts.server.ts";
import { involvementsOf, reviewsOf } from "#db/queries/plan.ts";
import { readSettings } from "#db/queries/setting.ts";
import { doneInWords, permissionFor, replyFor, stepSchema } from "./acts.ts";
import { doAct } from "./do-act.server.ts";
import { Involvement } from "./involvement.tsx";
import { NextStage } from "./next-stage.tsx";
import { Pause } from "./pause.tsx";
import { Reviews } from "./reviews.tsx";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Steps of the plan", description: "How far a plan has come.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { frame, head, found } = await visitPlan(args, "plan:read", async (tx, { plan, priority }, visit) => {
    const { actor } = visit;
    const isOver = plan.stage === "closed" || plan.stage === "awaiting-signoff";
    const writes = can(actor, "plan:write", priority);
    const approves = can(actor, "plan:approve", priority);
    const { pausedUntil, pausedReason } = plan;
    const isStaff = actor.kind === "staff";
    const due = dueReviewsOf(plan, await readSettings(tx), londonDay(args.context.now));
    return {
      next: stageAfter(plan.stage),
      // It says which restricted parts are written.
      missing: isStaff ? missingOf(await readFacts(tx, plan)) : null,
      paused:
        pausedUntil === null || pausedReason === null ? null : { until: pausedUntil, reason: pausedReason },
      entries: (await involvementsOf(tx, plan.id)).map(({ id, stage, heldOn, who, how, whatChanged }) => ({
        id,
        stage,
        heldOn,
        who,
        how,
        whatChanged,
      })),
      reviews: isStaff ? await reviewsOf(tx, plan.id) : null,
      due: !isStaff || plan.stage === "closed" ? [] : due,
      may: { advance: writes, pause: approves && !isOver, resume: approves, involve: writes },
      reviewsAs:
        !approves || plan.stage === "closed"
          ? null
          : can(actor, "priority:accept", priority)
            ? ("inspector" as const)
            : ("sergeant" as const),
    };
  });
  const done = doneInWords(new URL(args.request.url).searchParams.get("done"));
  return privatePage({ frame, head, done, today: londonDay(args.context.now), ...found });
}

export async function action(args: ActionFunctionArgs) {
  const { visit, found: priority } = await visitPlan(args, "plan:read", (_, held) =>
    Promise.resolve(held.priority),
  );
  const form = await readForm(args.request, stepSchema);
  if (!form.ok) return badForm(args.context, form.reply, {});
  const { intent } = form.value;
  if (!can(visit.actor, permissionFor[intent], priority)) throw forbidden();
  const { db, now } = args.context;
  const change = await doAct({ db, now }, visit.actor, priority.reference, form.value);
  if (change === null) throw notFound();
  return change.ok
    ? redirect(paths.staff.planSteps(priority.reference, intent))
    : badForm(args.context, form.refuse(errorsByField(change.errors)), {});
}

export default function PlanSteps() {
  const { frame, head, done, today, next, missing, paused, entries, reviews, due, may, reviewsAs } =
    useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply;
  return (
    <PlanPage
      frame={frame}
      head={head}
      title="Steps"
      errors={<FormErrors messages={reply?.error?.["form"] ?? undefined} />}
    >
      <DoneMessage words={done} />
      <div id={wholeFormId} tabIndex={-1}>
        {missing === null ? null : (
          <NextStage plan={head} next={next} missing={missing} mayAdvance={may.advance} />
        )}
      </div>
      <Pause plan={head} paused={paused} may={may} reply={replyFor(reply, "pause")} />
      <Involvement
        plan={head}
        entries={entries}
        mayAdd={may.involve}
        today={today}
        reply={replyFor(reply, "involve")}
      />
      {reviews === null ? null : (
        <Reviews plan={head} due={due} reviews={reviews} as={reviewsAs} reply={replyFor(reply, "review")} />
      )}
    </PlanPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
