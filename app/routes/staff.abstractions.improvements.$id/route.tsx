import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { abstractionFrameOf } from "#app/components/abstraction/abstraction-frame.ts";
import { AbstractionPage } from "#app/components/abstraction/abstraction-page.tsx";
import { ImprovementTag } from "#app/components/abstraction/improvement-tag.tsx";
import { SeriesChart } from "#app/components/chart/series-chart.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { improvementReaders } from "#app/domain/abstraction/improvement-writers.ts";
import { errorsByField } from "#app/domain/account/change.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { forbidden, requireActorOfAny } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { Actions } from "./actions.tsx";
import { doneInWords, improvementSchema, replyFor } from "./acts.ts";
import { Approve } from "./approve.tsx";
import { Causes } from "./causes.tsx";
import { doAct } from "./do-act.server.ts";
import { Plan } from "./plan.tsx";
import { readImprovement } from "./read-improvement.server.ts";
import { Result } from "./result.tsx";
import { Reviews } from "./reviews.tsx";
import { Steps } from "./steps.tsx";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Improvement", description: "What is done about abstraction.", path: null });

export const headers = pageHeaders;

async function requireImprovement(args: LoaderFunctionArgs) {
  const visit = await requireActorOfAny(args, improvementReaders);
  const found = await visit.read((tx) =>
    readImprovement(tx, visit.actor, args.params["id"] ?? "", args.context.now),
  );
  if (found === null) throw notFound();
  return { visit, found };
}

export async function loader(args: LoaderFunctionArgs) {
  const { visit, found } = await requireImprovement(args);
  const done = doneInWords(new URL(args.request.url).searchParams.get("done"));
  return privatePage({ frame: abstractionFrameOf(visit), done, found });
}

export async function action(args: ActionFunctionArgs) {
  const { visit, found } = await requireImprovement(args);
  if (!found.writes) throw forbidden();
  const form = await readForm(args.request, improvementSchema);
  if (!form.ok) return badForm(args.context, form.reply, {});
  const { db, now } = args.context;
  const { id } = found.plan;
  const change = await doAct({ db, now }, visit.actor, id, form.value);
  if (change === null) throw notFound();
  return change.ok
    ? redirect(paths.abstractions.improvement(id, form.value.intent))
    : badForm(args.context, form.refuse(errorsByField(change.errors)), {});
}

export default function Improvement() {
  const { frame, done, found } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply;
  const { plan, state, today, writes, due } = found;
  return (
    <AbstractionPage
      frame={frame}
      title={
        <>
          <span className="govuk-caption-l">Improvement</span>
          {found.team}
        </>
      }
      errors={<FormErrors messages={reply?.error?.["form"] ?? undefined} />}
    >
      <DoneMessage words={done} />
      <p id={wholeFormId} tabIndex={-1}>
        <ImprovementTag state={state} /> Opened on {dayInWords(found.openedOn)}. {found.opening}
      </p>
      {found.figures === null ? null : (
        <Result
          improvement={plan}
          figures={found.figures}
          result={plan.result}
          mayWrite={writes}
          reply={replyFor(reply, "result")}
        />
      )}
      <SeriesChart chart={found.chart} heading="h2" />
      <Causes {...found.causes} />
      {found.hasPlan ? (
        <>
          <Plan
            plan={plan}
            owners={found.owners}
            isWanted={state === "plan-required" && plan.rootCause === ""}
            reply={replyFor(reply, "plan")}
          />
          <Actions
            id={plan.id}
            actions={found.actions}
            choices={found.choices}
            today={today}
            reply={replyFor(reply, "action")}
          />
        </>
      ) : (
        <p>No plan is asked for. The next month that is over 10% asks for one.</p>
      )}
      {found.missing === null ? null : (
        <Approve
          improvement={plan}
          missing={found.missing}
          isOnTeamAlone={found.isOnTeamAlone}
          mayApprove={writes}
          isOwner={found.isOwner}
          reply={replyFor(reply, "approve")}
        />
      )}
      {found.hasPlan ? (
        <Reviews
          id={plan.id}
          dueOn={due?.what === "review" ? due.dueOn : null}
          reviews={found.reviews}
          month={found.reviewMonth}
          today={today}
          reply={replyFor(reply, "review")}
        />
      ) : null}
      <Steps steps={found.steps} />
      <p className="sn-no-print">
        <Link className="govuk-link" to={paths.abstractions.improvements()}>
          All improvements
        </Link>
      </p>
    </AbstractionPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
