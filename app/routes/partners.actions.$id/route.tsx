import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { AnswerOwnForm } from "#app/components/plan/answer-own-form.tsx";
import { answerOwnSchema } from "#app/components/plan/answer-own-schema.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { MarkingLine } from "#app/components/tasking/marking.tsx";
import { errorsByField } from "#app/domain/account/change.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { can } from "#app/domain/actor.ts";
import { actionDueInWords, actionStateWords, isActionClosed } from "#app/domain/plan/action.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { answerAction } from "#app/services/plan/answer-action.server.ts";
import { notFoundOrShut } from "#app/shut.server.ts";
import { findActionToAnswer } from "#db/queries/plan-action.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Your action", description: "Say what came of it.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "plan:read-own-actions");
  const today = londonDay(args.context.now);
  const found = await visit.read((tx) => findActionToAnswer(tx, args.params["id"] ?? "", today));
  // Of one partnership an agreement may hold, and of another have lapsed.
  const isTheirs =
    found?.agencyId != null && can(visit.actor, "plan:read-own-actions", { agencyId: found.agencyId });
  if (!isTheirs || !found.isShared) throw await notFoundOrShut(visit, args.context.now);
  const { id, task, publicLine, dueOn, state, result, version, reference, title, statement, isPublic } =
    found;
  return privatePage({
    action: { id, task, publicLine, dueOn, state, result, version },
    due: actionDueInWords(found, today),
    // A partner reads of the priority what everybody may read of it.
    priority: isPublic ? { reference, title, statement } : null,
  });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActor(args, "plan:read-own-actions");
  // What is not there to be read takes no form either.
  await loader(args);
  const form = await readForm(args.request, answerOwnSchema);
  if (!form.ok) return badForm(args.context, form.reply, {});
  const { db, now } = args.context;
  const change = await answerAction({ db, now }, actor, { actionId: args.params["id"] ?? "", ...form.value });
  if (change === null) throw notFound();
  return change.ok
    ? redirect(paths.partners.home("action"))
    : badForm(args.context, form.refuse(errorsByField(change.errors)), {});
}

export default function PartnerAction() {
  const { action: shown, due, priority } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply;
  const { id, task, publicLine, dueOn, state, result } = shown;
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <Breadcrumbs items={[{ to: paths.partners.home(), words: "Partners" }]} here="Your action" />
      <MarkingLine marking="official-sensitive" />
      <FormErrors messages={reply?.error?.["form"] ?? undefined} />
      <h1 className="govuk-heading-l">{task}</h1>
      <p id={wholeFormId} tabIndex={-1}>
        {actionStateWords[state]}. Due on {dayInWords(dueOn)}
        {due === null ? "" : `: ${due.toLowerCase()}`}.
      </p>
      {isActionClosed(state) ? null : (
        <AnswerOwnForm action={shown} to={paths.partners.action(id)} reply={reply} />
      )}
      <SummaryList
        rows={[
          ...(result === null ? [] : [{ term: "What was said last", value: result }]),
          { term: "What residents read of it", value: publicLine ?? "Nothing yet" },
          ...(priority === null
            ? []
            : [
                {
                  term: "Priority",
                  value: (
                    <Link className="govuk-link" to={paths.priority(priority.reference)}>
                      {priority.title}
                    </Link>
                  ),
                },
                { term: "What it is about", value: priority.statement },
              ]),
        ]}
      />
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
