import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { PollResult } from "#app/components/feedback/poll-result.tsx";
import { PlanPage } from "#app/components/plan/plan-page.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { can } from "#app/domain/actor.ts";
import { shownPoll } from "#app/domain/feedback/shown-poll.ts";
import { priorityStateWords } from "#app/domain/priority/states.ts";
import { recurrenceUntil } from "#app/domain/priority/take-step.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { visitPlan } from "#app/plan-guard.server.ts";
import { latestRound } from "#db/queries/feedback.ts";
import { historyOf } from "#db/queries/priority-staff.ts";
import { readSettings } from "#db/queries/setting.ts";
import { doEndAction, endSchema } from "./end-action.server.ts";
import { CloseForm, RecurForm } from "./end-forms.tsx";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "How it ends", description: "How a priority ends, or came back.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const today = londonDay(args.context.now);
  const { frame, head, found } = await visitPlan(
    args,
    "plan:read",
    async (tx, { plan, priority }, { actor }) => {
      const settings = await readSettings(tx);
      const { state, endedAt, version } = priority;
      const lasting = await latestRound(tx, priority.id, "lasting");
      const until =
        state === "signed-off" && endedAt !== null
          ? recurrenceUntil(londonDay(endedAt), settings.recurrenceMonths)
          : null;
      return {
        version,
        endedOn: endedAt === null ? null : dayInWords(londonDay(endedAt)),
        lastLine: endedAt === null ? null : ((await historyOf(tx, priority.id)).at(-1)?.line ?? null),
        askedAgainOn: plan.monitorOn === null ? null : dayInWords(plan.monitorOn),
        lasting:
          lasting === null
            ? null
            : { closesOn: dayInWords(lasting.closesOn), poll: shownPoll(lasting, settings) },
        recurUntil: until !== null && until >= today ? dayInWords(until) : null,
        may: {
          close: state === "in-progress" && can(actor, "priority:accept", priority),
          recur: can(actor, "plan:approve", priority),
        },
      };
    },
  );
  return privatePage({ frame, head, ...found });
}

export async function action(args: ActionFunctionArgs) {
  const { visit, head } = await visitPlan(args, "plan:read", () => Promise.resolve(null));
  const { request, context } = args;
  const form = await readForm(request, endSchema);
  if (!form.ok) return badForm(context, form.reply, { messages: [] });
  const change = await doEndAction(context, visit.actor, head.reference, form.value);
  if (change === null) throw notFound();
  if (change.ok) return redirect(paths.staff.endPriority(head.reference));
  return refusedForm(context, form, change.errors);
}

export default function End() {
  const { frame, head, version, endedOn, lastLine, askedAgainOn, lasting, recurUntil, may } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const intent = refused?.reply.initialValue?.["intent"];
  const replyTo = (wanted: string) => (intent === wanted ? refused?.reply : undefined);
  const { reference, state } = head;
  return (
    <PlanPage
      frame={frame}
      head={head}
      title="How it ends"
      errors={<FormErrors messages={refused?.messages} />}
    >
      <p className="govuk-body-l">
        {priorityStateWords[state]}
        {endedOn === null ? "" : `, on ${endedOn}`}.
      </p>
      {lastLine === null ? null : <p>{lastLine}</p>}
      {endedOn === null ? (
        <p>
          A priority ends when residents and the panel sign it off: see{" "}
          <Link className="govuk-link" to={paths.staff.feedback(reference)}>
            outcome and feedback
          </Link>
          .
        </p>
      ) : null}
      {state === "signed-off" ? <Lasting lasting={lasting} askedAgainOn={askedAgainOn} /> : null}
      <div id={wholeFormId} tabIndex={-1}>
        {may.close ? <CloseForm reference={reference} version={version} reply={replyTo("close")} /> : null}
        {recurUntil === null ? null : may.recur ? (
          <RecurForm reference={reference} until={recurUntil} reply={replyTo("recur")} />
        ) : (
          <p>If the problem comes back, the sergeant can open it again until {recurUntil}.</p>
        )}
      </div>
    </PlanPage>
  );
}

interface LastingProps {
  lasting: { closesOn: string; poll: ReturnType<typeof shownPoll> } | null;
  askedAgainOn: string | null;
}

/** Whether it has stayed that way, as residents said when they were asked once more. */
function Lasting({ lasting, askedAgainOn }: LastingProps) {
  return (
    <section aria-labelledby="lasting">
      <h2 className="govuk-heading-m" id="lasting">
        Has it stayed that way?
      </h2>
      {lasting === null ? (
        <p>
          {askedAgainOn === null
            ? "Residents are asked once more."
            : `Residents are asked once more on ${askedAgainOn}.`}
        </p>
      ) : lasting.poll === null ? (
        <p>Residents are asked until the end of {lasting.closesOn}.</p>
      ) : (
        <PollResult poll={lasting.poll} caption="Has it stayed that way? What residents said" />
      )}
    </section>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
