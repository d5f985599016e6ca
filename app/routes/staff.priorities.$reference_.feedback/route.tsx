import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { OutcomeList } from "#app/components/feedback/outcome-list.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { PlanPage } from "#app/components/plan/plan-page.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { can } from "#app/domain/actor.ts";
import { reportRefusals } from "#app/domain/plan/steps.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { visitPlan } from "#app/plan-guard.server.ts";
import { viewFeedback } from "#app/services/feedback/view-feedback.server.ts";
import { readFacts } from "#app/services/plan/read-facts.server.ts";
import { openMeetingOf } from "#db/queries/panel-list.ts";
import { readSettings } from "#db/queries/setting.ts";
import { CallPanel } from "./call-panel.tsx";
import { doFeedbackAction } from "./feedback-action.server.ts";
import { feedbackSchema } from "./feedback-schema.ts";
import { OutcomeForm } from "./outcome-form.tsx";
import { outcomePrefilled } from "./outcome-prefilled.ts";
import { ClosedRound, OpenRound } from "./rounds.tsx";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Outcome and feedback",
    description: "What the team reported, and what residents said.",
    path: null,
  });

export const headers = pageHeaders;

const doneWords = new Map([
  ["filed", "The report is filed. Residents are asked whether it worked."],
  ["resumed", "The work goes on. Start with the analysis and what residents said."],
]);

export async function loader(args: LoaderFunctionArgs) {
  const { visit, frame, head, found } = await visitPlan(
    args,
    "plan:read",
    async (tx, { plan, priority }, { actor }) => {
      const settings = await readSettings(tx);
      const { state } = priority;
      // What is missing says which restricted parts are written.
      const facts = state === "in-progress" && actor.kind === "staff" ? await readFacts(tx, plan) : null;
      const missing = facts === null ? [] : reportRefusals(facts);
      const mayFile = can(actor, "plan:approve", priority);
      const waits = state === "panel-decision" && can(actor, "panel:convene", priority);
      const meeting = waits ? await openMeetingOf(tx, priority.id, "sign-off") : null;
      return {
        report:
          facts === null
            ? null
            : { missing, prefilled: mayFile && missing.length === 0 ? outcomePrefilled(facts.filled) : null },
        resume:
          (state === "returned" || state === "recurred") && can(actor, "plan:approve", priority)
            ? { version: priority.version }
            : null,
        days: settings.feedbackDays,
        call: waits ? { meeting, mostDays: settings.writtenVoteDays } : null,
        mayEnter: can(actor, "feedback:enter", priority),
      };
    },
  );
  const view = await viewFeedback(args.context, visit.actor, head.reference);
  if (view === null) throw notFound();
  return privatePage({
    frame,
    head,
    view,
    ...found,
    today: londonDay(args.context.now),
    done: doneWords.get(new URL(args.request.url).searchParams.get("done") ?? "") ?? null,
  });
}

export async function action(args: ActionFunctionArgs) {
  const { visit, found } = await visitPlan(args, "plan:read", (_tx, { priority }) =>
    Promise.resolve(priority),
  );
  const { request, context } = args;
  const form = await readForm(request, feedbackSchema);
  if (!form.ok) return badForm(context, form.reply, { messages: [] });
  const change = await doFeedbackAction(context, visit.actor, found, form.value);
  if (change === null) throw notFound();
  if (change.ok) return redirect(change.to);
  return refusedForm(context, form, change.errors);
}

const intentOf = (reply: { initialValue?: Record<string, unknown> | null } | undefined) =>
  reply?.initialValue?.["intent"];

export default function Feedback() {
  const { frame, head, view, report, resume, days, call, mayEnter, today, done } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const replyTo = (intent: string) => (intentOf(refused?.reply) === intent ? refused?.reply : undefined);
  const { reference } = head;
  return (
    <PlanPage
      frame={frame}
      head={head}
      title="Outcome and feedback"
      errors={<FormErrors messages={refused?.messages} />}
    >
      <DoneMessage words={done} />
      <div id={wholeFormId} tabIndex={-1}>
        {report === null ? null : report.missing.length > 0 ? (
          <InsetText>
            <p>The outcome report can be filed when the plan is worked through. Still to do:</p>
            <ul className="govuk-list govuk-list--bullet">
              {report.missing.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </InsetText>
        ) : report.prefilled === null ? (
          <p>The plan is worked through. The sergeant files the outcome report next.</p>
        ) : (
          <OutcomeForm
            reference={reference}
            version={head.version}
            prefilled={report.prefilled}
            days={days}
            reply={replyTo("file")}
          />
        )}
        {resume === null ? null : (
          <form method="post" action={paths.staff.feedback(reference)} noValidate>
            <input type="hidden" name="intent" value="resume" />
            <input type="hidden" name="version" value={resume.version} />
            <p>
              It is back with the team. Read what residents said, then take the work up from the analysis.
            </p>
            <Button>Take the work up again</Button>
          </form>
        )}
        {view.open === null ? null : (
          <OpenRound round={view.open} reference={reference} mayEnter={mayEnter} />
        )}
        {call === null ? null : call.meeting !== null ? (
          <p>
            <Link className="govuk-link" to={paths.staff.panel(call.meeting.id)}>
              The panel is called to decide
            </Link>
            .
          </p>
        ) : (
          <CallPanel
            reference={reference}
            mostDays={call.mostDays}
            today={today}
            reply={replyTo("convene")}
          />
        )}
      </div>
      {view.closed.length === 0 ? null : (
        <section aria-labelledby="said">
          <h2 className="govuk-heading-m" id="said">
            What residents said
          </h2>
          {view.closed.map((round) => (
            <ClosedRound key={round.id} round={round} mayReadReasons={view.mayReadReasons} />
          ))}
        </section>
      )}
      {view.outcome === null ? null : (
        <section aria-labelledby="reported">
          <h2 className="govuk-heading-m" id="reported">
            What was reported last
          </h2>
          <OutcomeList outcome={view.outcome} />
        </section>
      )}
    </PlanPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
