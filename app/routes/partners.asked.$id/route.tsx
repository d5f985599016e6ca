import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { taskingActionFacts } from "#app/components/tasking/action-facts.ts";
import { ActionHistory } from "#app/components/tasking/action-history.tsx";
import { MarkingLine } from "#app/components/tasking/marking.tsx";
import { errorsByField } from "#app/domain/account/change.ts";
import { taskingAnswersFrom } from "#app/domain/tasking/moves.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { answerTaskingAction } from "#app/services/tasking/answer-action.server.ts";
import { notFoundOrShut } from "#app/shut.server.ts";
import { AnswerForms } from "./answer-forms.tsx";
import { answerSchema } from "./answer-schema.ts";
import { findAsked, readAsked } from "./read-asked.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "What is asked of your agency", description: "Say what came of it.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "tasking:read-own-meetings");
  const { now } = args.context;
  const found = await visit.read((tx) => readAsked(tx, visit.actor, args.params["id"] ?? "", now));
  if (found === null) throw await notFoundOrShut(visit, now);
  return privatePage({ ...found, today: londonDay(now) });
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireActor(args, "tasking:read-own-meetings");
  const { actor, read } = visit;
  const { db, now } = args.context;
  const actionId = args.params["id"] ?? "";
  // What is not there to be read takes no form either.
  if ((await read((tx) => findAsked(tx, actor, actionId, now))) === null)
    throw await notFoundOrShut(visit, now);
  const form = await readForm(args.request, answerSchema);
  if (!form.ok) return badForm(args.context, form.reply, {});
  const change = await answerTaskingAction({ db, now }, actor, { actionId, ...form.value });
  if (change === null) throw notFound();
  return change.ok
    ? redirect(paths.partners.home(form.value.answer))
    : badForm(args.context, form.refuse(errorsByField(change.errors)), {});
}

export default function AskedAction() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply;
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <Breadcrumbs items={[{ to: paths.partners.home(), words: "Partners" }]} here="What is asked of you" />
      <Asked page={page} reply={reply} />
    </div>
  );
}

interface AskedProps {
  page: ReturnType<typeof useLoaderData<typeof loader>>;
  reply: NonNullable<ReturnType<typeof useActionData<typeof action>>>["reply"] | undefined;
}

function Asked({ page, reply }: AskedProps) {
  const { action: shown, name, group, agency, version, priority, today } = page;
  return (
    <>
      <MarkingLine marking="official-sensitive" />
      <FormErrors messages={reply?.error?.["form"] ?? undefined} />
      <span className="govuk-caption-l">
        {name}, {group}
      </span>
      <h1 className="govuk-heading-l" id={wholeFormId} tabIndex={-1}>
        {shown.task}
      </h1>
      <SummaryList rows={taskingActionFacts(shown, today)} />
      {priority === null ? null : (
        <p>
          It serves{" "}
          <Link className="govuk-link" to={paths.priority(priority.reference)}>
            {priority.title}
          </Link>
          .
        </p>
      )}
      <AnswerForms
        version={version}
        agency={agency}
        hasPage={page.servesPriority}
        answers={taskingAnswersFrom(shown.state)}
        to={paths.partners.asked(page.id)}
        reply={reply}
      />
      <ActionHistory events={page.events} />
    </>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
