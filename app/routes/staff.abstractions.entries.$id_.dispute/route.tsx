import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { abstractionFrameOf } from "#app/components/abstraction/abstraction-frame.ts";
import { AbstractionPage } from "#app/components/abstraction/abstraction-page.tsx";
import { DisputeList } from "#app/components/abstraction/dispute-box.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { FormErrors } from "#app/components/staff/form-errors.tsx";
import { disputeReaders } from "#app/domain/abstraction/dispute.ts";
import { timesInWords } from "#app/domain/abstraction/time-words.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { requireActorOfAny } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { idParam } from "#app/id-param.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { readDispute } from "#app/services/abstraction/read-dispute.server.ts";
import { act } from "./act.server.ts";
import { actSchema, doneOf, replyFor } from "./acts.ts";
import { AnswerForm, DisputeForm, TakeBackForm } from "./dispute-forms.tsx";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Is this entry right?", description: "What the officer says.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActorOfAny(args, disputeReaders);
  const { db, now } = args.context;
  const found = await readDispute({ db, now }, visit.actor, idParam(args.params["id"]));
  if (found === null) throw notFound();
  return privatePage({
    frame: abstractionFrameOf(visit),
    ...found,
    done: doneOf(new URL(args.request.url).searchParams.get("done")),
  });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActorOfAny(args, disputeReaders);
  // What is not there to be read takes no form either.
  await loader(args);
  const entryId = idParam(args.params["id"]);
  const form = await readForm(args.request, actSchema);
  if (!form.ok) return badForm(args.context, form.reply, { messages: [] });
  const { db, now } = args.context;
  const change = await act({ db, now }, actor, entryId, form.value);
  if (change === null) throw notFound();
  if (!change.ok) return refusedForm(args.context, form, change.errors);
  const { value } = form;
  const did = value.intent === "answer" ? (value.answer ?? undefined) : value.intent;
  return redirect(paths.abstractions.dispute(entryId, did));
}

export default function EntryDispute() {
  const { frame, entry, codeWords, disputes, isOwn, may, done } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <AbstractionPage
      frame={frame}
      title="Is this entry right?"
      errors={<FormErrors messages={result?.messages} />}
    >
      <DoneMessage words={done} />
      <p>
        <strong>
          {entry.code} {codeWords}
        </strong>
        <br />
        {dayInWords(londonDay(entry.startsAt))}, {timesInWords(entry)}, {entry.post}, version {entry.version}
        {entry.isWithdrawn ? ", withdrawn" : null}
      </p>
      <p>
        <Link className="govuk-link" to={paths.abstractions.entry(entry.id)}>
          The whole entry
        </Link>
        {may.correct && disputes[0]?.state === "accepted" ? (
          <>
            {" · "}
            <Link className="govuk-link" to={paths.abstractions.correct(entry.id)}>
              Correct the entry
            </Link>
          </>
        ) : null}
      </p>
      {disputes.length === 0 ? null : (
        <>
          <h2 className="govuk-heading-m">{isOwn ? "What you said of it" : "What the officer says of it"}</h2>
          <DisputeList disputes={disputes} />
        </>
      )}
      {may.dispute ? <DisputeForm entryId={entry.id} reply={replyFor(result?.reply, "dispute")} /> : null}
      {may.takeBack ? <TakeBackForm entryId={entry.id} /> : null}
      {may.answer ? (
        <AnswerForm entryId={entry.id} reply={replyFor(result?.reply, "answer")} mayRefuse={may.refuse} />
      ) : null}
    </AbstractionPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
