import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { abstractionFrameOf } from "#app/components/abstraction/abstraction-frame.ts";
import { AbstractionPage } from "#app/components/abstraction/abstraction-page.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { mayReadImprovement, mayWriteImprovement } from "#app/domain/abstraction/improvement-writers.ts";
import { errorsByField } from "#app/domain/account/change.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { actionDueInWords, actionStateWords } from "#app/domain/plan/action.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireStaff } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { answerImprovementAction } from "#app/services/abstraction/answer-improvement-action.server.ts";
import { findImprovementAction } from "#db/queries/abstraction-improvement-action.ts";
import { findImprovement, teamInForce } from "#db/queries/abstraction-improvement.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Action of an improvement", description: "Say what came of it.", path: null });

export const headers = pageHeaders;

const schema = z.object({
  version: z.coerce.number({ error: "Read the action again, then answer" }).int(),
  state: z.enum(["done", "dropped"], { error: "Choose what came of it" }),
  words: z.string().default(""),
});

/** The action that the address names, for its owner and for who writes in its improvement. */
async function requireImprovementAction(args: LoaderFunctionArgs) {
  const visit = await requireStaff(args);
  const { actor } = visit;
  const found = await visit.read(async (tx) => {
    const action = await findImprovementAction(tx, args.params["id"] ?? "");
    const improvement = action === null ? null : await findImprovement(tx, action.improvementId);
    const team = improvement === null ? null : await teamInForce(tx, improvement.teamId);
    if (action === null || improvement === null || team === null) return null;
    const wasEscalated = improvement.escalatedAt !== null;
    const writes = mayWriteImprovement(actor, { ...team, state: improvement.state, wasEscalated });
    if (!writes && action.ownerId !== actor.accountId) return null;
    return {
      action,
      team: team.name,
      isOpen: action.state === "open" && improvement.closedAt === null,
      mayRead: mayReadImprovement(actor, team),
    };
  });
  if (found === null) throw notFound();
  return { visit, found };
}

export async function loader(args: LoaderFunctionArgs) {
  const { visit, found } = await requireImprovementAction(args);
  const { id, improvementId, version, unit, task, dueOn, state, result } = found.action;
  return privatePage({
    frame: abstractionFrameOf(visit),
    action: { id, improvementId, version, unit, task, dueOn, state, result },
    team: found.team,
    isOpen: found.isOpen,
    mayRead: found.mayRead,
    due: actionDueInWords(found.action, londonDay(args.context.now)),
  });
}

export async function action(args: ActionFunctionArgs) {
  const { visit, found } = await requireImprovementAction(args);
  const form = await readForm(args.request, schema);
  if (!form.ok) return badForm(args.context, form.reply, {});
  const { db, now } = args.context;
  const actionId = found.action.id;
  const change = await answerImprovementAction({ db, now }, visit.actor, { actionId, ...form.value });
  if (change === null) throw notFound();
  return change.ok
    ? redirect(paths.staff.home("action"))
    : badForm(args.context, form.refuse(errorsByField(change.errors)), {});
}

export default function ImprovementAction() {
  const { frame, action: shown, team, isOpen, mayRead, due } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply;
  const [, { words }] = useForm<{ words: string }>({ id: "answer", lastResult: reply });
  const { id, improvementId, version, unit, task, dueOn, state, result } = shown;
  return (
    <AbstractionPage
      frame={frame}
      title={task}
      errors={
        <>
          <FormErrors messages={reply?.error?.["form"] ?? undefined} />
          <ErrorSummary fields={[words]} />
        </>
      }
    >
      <p id={wholeFormId} tabIndex={-1}>
        {actionStateWords[state]}. {unit}, so that {team} stays in its neighbourhoods. Due on{" "}
        {dayInWords(dueOn)}
        {due === null ? "" : `: ${due.toLowerCase()}`}. {result}
      </p>
      {isOpen ? (
        <form method="post" action={paths.abstractions.improvementAction(id)} noValidate>
          <input type="hidden" name="version" value={version} />
          <Textarea
            field={words}
            label="What came of it?"
            hint="A sentence is enough. Staff read it. Name nobody."
            rows={3}
          />
          <div className="sn-staff__actions">
            <Button name="state" value="done">
              It is done
            </Button>
            <Button look="secondary" name="state" value="dropped">
              It will not be done
            </Button>
          </div>
        </form>
      ) : null}
      <p>
        {mayRead ? (
          <Link className="govuk-link" to={paths.abstractions.improvement(improvementId)}>
            The improvement it belongs to
          </Link>
        ) : (
          <Link className="govuk-link" to={paths.staff.home()}>
            Your work
          </Link>
        )}
      </p>
    </AbstractionPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
