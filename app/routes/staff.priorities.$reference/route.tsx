import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { momentInWords } from "#app/components/moment-in-words.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { errorsByField } from "#app/domain/account/change.ts";
import { can } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { forbidden, requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { waitsForPanel } from "#app/services/priority/urgent-priority.ts";
import { findPlanOf } from "#db/queries/plan.ts";
import { findPriority } from "#db/queries/priority.ts";
import { historyOf } from "#db/queries/priority-staff.ts";
import { readSettings } from "#db/queries/setting.ts";
import { placementOf } from "#db/queries/structure.ts";
import { Answers } from "./answers.tsx";
import { doPriorityAction, permissionFor, priorityActionSchema } from "./priority-action.server.ts";
import { ImpactLinks } from "./impact-links.tsx";
import { impactOf } from "./impact-of.server.ts";
import { priorityFacts } from "./priority-facts.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Priority", description: "A priority and its history.", path: null });

export const headers = pageHeaders;

const doneWords = new Map([
  ["added", "The urgent priority has been added."],
  ["accept", "The priority has been accepted."],
  ["decline", "The priority has been declined. The BCU commander reviews the refusal."],
  ["review", "The refusal has been reviewed."],
]);

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "priority:read-overview");
  const { actor } = visit;
  const today = londonDay(args.context.now);
  const found = await visit.read(async (tx) => {
    const priority = await findPriority(tx, args.params["reference"] ?? "");
    if (priority === null || !can(actor, "priority:read-overview", priority)) return null;
    const settings = await readSettings(tx);
    const { state } = priority;
    return {
      priority: { reference: priority.reference, title: priority.title, version: priority.version },
      statement: priority.statement,
      facts: priorityFacts(priority, (await placementOf(tx, priority.neighbourhoodId))?.name ?? "", {
        today,
        settings,
      }),
      history: (await historyOf(tx, priority.id)).map(({ id, at, line }) => ({
        id,
        line,
        at: momentInWords(at),
      })),
      mostDays: settings.writtenVoteDays,
      impact: await impactOf(tx, actor, priority),
      hasPlan: can(actor, "plan:read", priority) && (await findPlanOf(tx, priority.id)) !== null,
      mayEnter:
        (state === "feedback-open" || state === "signed-off") && can(actor, "feedback:enter", priority),
      may: {
        accept: state === "adopted" && can(actor, "priority:accept", priority),
        decline:
          state === "adopted" &&
          priority.reviewOutcome !== "overturned" &&
          can(actor, "priority:accept", priority),
        review:
          state === "declined-by-force" &&
          priority.reviewedAt === null &&
          priority.declinedBy !== actor.accountId &&
          can(actor, "priority:review", priority),
        confirm: waitsForPanel(priority, today) && can(actor, "panel:convene", priority),
      },
    };
  });
  if (found === null) throw notFound();
  const done = doneWords.get(new URL(args.request.url).searchParams.get("done") ?? "") ?? null;
  return privatePage({ frame: staffFrameOf(visit), ...found, today, done });
}

export async function action(args: ActionFunctionArgs) {
  const { actor, read } = await requireActor(args, "priority:read-overview");
  const { request, context, params } = args;
  const priority = await read((tx) => findPriority(tx, params["reference"] ?? ""));
  if (priority === null || !can(actor, "priority:read-overview", priority)) throw notFound();
  const form = await readForm(request, priorityActionSchema);
  if (!form.ok) return badForm(context, form.reply, { intent: null });
  const { intent } = form.value;
  if (!can(actor, permissionFor[intent])) throw forbidden();
  const change = await doPriorityAction(context, actor, priority, form.value);
  if (change === null) throw notFound();
  return change.ok
    ? redirect(change.to)
    : badForm(context, form.refuse(errorsByField(change.errors)), { intent });
}

export default function StaffPriority() {
  const {
    frame,
    priority,
    statement,
    facts,
    history,
    hasPlan,
    impact,
    may,
    mayEnter,
    mostDays,
    today,
    done,
  } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <StaffPage frame={frame} title={priority.title}>
      <DoneMessage words={done} />
      <p>{statement}</p>
      <SummaryList rows={facts} />
      {hasPlan ? (
        <p>
          <Link className="govuk-link" to={paths.staff.plan(priority.reference)}>
            The plan: how it is worked on
          </Link>
        </p>
      ) : null}
      <Answers priority={priority} may={may} mostDays={mostDays} today={today} reply={refused?.reply} />
      <h2 className="govuk-heading-m">History</h2>
      <ol className="govuk-list govuk-list--spaced">
        {history.map(({ id, at, line }) => (
          <li key={id}>
            <strong>{at}</strong>
            <br />
            {line}
          </li>
        ))}
      </ol>
      <ul className="govuk-list">
        <ImpactLinks reference={priority.reference} {...impact} />
        {mayEnter ? (
          <li>
            <Link className="govuk-link" to={paths.staff.enterReply(priority.reference)}>
              Enter what a resident said on paper or by telephone
            </Link>
          </li>
        ) : null}
        <li>
          <Link className="govuk-link" to={paths.priority(priority.reference)}>
            Its page for residents
          </Link>
        </li>
        <li>
          <Link className="govuk-link" to={paths.staff.priorities()}>
            All priorities
          </Link>
        </li>
      </ul>
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
