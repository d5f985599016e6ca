import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { errorsByField } from "#app/domain/account/change.ts";
import { scopeOf } from "#app/domain/actor.ts";
import { problemOfChanging } from "#app/domain/candidate/card.ts";
import { raisersInWords } from "#app/domain/candidate/evidence.ts";
import { incidentKinds } from "#app/domain/candidate/incident-kinds.ts";
import { trendInWords } from "#app/domain/candidate/trend.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { decideCandidate } from "#app/services/candidate/decide-candidate.server.ts";
import { scoreCandidate } from "#app/services/candidate/score-candidate.server.ts";
import { updateCandidate } from "#app/services/candidate/update-candidate.server.ts";
import { listConcernsOf } from "#db/queries/candidate-concerns.ts";
import { findCandidate } from "#db/queries/candidate.ts";
import { findCycle } from "#db/queries/cycle-list.ts";
import { placeOfCycle } from "#db/queries/cycle.ts";
import { lastIncidentMonth, trendOf } from "#db/queries/incident.ts";
import { CardForm, DecisionForm, MarksForm } from "./forms.tsx";
import {
  candidateSchema,
  cardFields,
  decisionFields,
  markFields,
  type CardFields,
  type DecisionFields,
  type MarkFields,
} from "./schemas.ts";

const doneWords = new Map([
  ["add", "The candidate is added. Fill in its card next."],
  ["card", "The card is saved."],
  ["marks", "The marks are saved."],
  ["decide", "The decision is saved."],
]);

const numberOf = (text: string | undefined) => (/^[1-9]\d?$/.test(text ?? "") ? Number(text) : 0);

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.candidate.title ?? "Candidate",
    description: "A candidate’s card, marks and place.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const visit = await requireActor({ request, context }, "candidate:write");
  const scope = scopeOf(visit.actor, "candidate:write");
  if (scope === null) throw notFound();
  const page = await visit.read(async (tx) => {
    const cycle = await findCycle(tx, scope, params["id"] ?? "");
    if (cycle === null || problemOfChanging(cycle.stage) !== null) return null;
    const candidate = await findCandidate(tx, cycle.id, numberOf(params["number"]));
    if (candidate === null) return null;
    const month = await lastIncidentMonth(tx);
    const kinds = incidentKinds[candidate.category];
    const trend = month === null ? null : await trendOf(tx, cycle.neighbourhoodId, kinds, month);
    return {
      cycle: { id: cycle.id, number: cycle.number },
      name: (await placeOfCycle(tx, cycle.neighbourhoodId)).name,
      candidate,
      concerns: (await listConcernsOf(tx, candidate.id)).map(({ id, reference, title }) => ({
        id,
        words: `${reference}: ${title ?? ""}`,
      })),
      trend: trend === null ? null : { words: trendInWords(trend), source: trend.source },
    };
  });
  if (page === null) throw notFound();
  const done = doneWords.get(new URL(request.url).searchParams.get("done") ?? "") ?? null;
  return privatePage({ frame: staffFrameOf(visit), done, ...page });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context }, "candidate:write");
  // What is not there to be read takes no form either.
  await loader({ request, params, context });
  const cycleId = params["id"] ?? "";
  const number = numberOf(params["number"]);
  if (!z.uuid().safeParse(cycleId).success) throw notFound();
  const form = await readForm(request, candidateSchema);
  if (!form.ok) return badForm(context, form.reply, { messages: [] });
  const { intent, version, ...asked } = form.value;
  const shown = { cycleId, number, version };
  const change =
    "title" in asked
      ? await updateCandidate(context, actor, shown, asked)
      : "decision" in asked
        ? await decideCandidate(
            context,
            actor,
            shown,
            asked.decision === "on"
              ? { isShortlisted: true }
              : { isShortlisted: false, reason: asked.reason },
          )
        : await scoreCandidate(context, actor, shown, asked);
  if (change.ok) return redirect(paths.staff.candidate(cycleId, number, intent));
  const { form: messages = [], ...rest } = errorsByField(change.errors);
  return badForm(context, form.refuse(rest), { messages });
}

const text = (value: number | null) => (value === null ? "" : String(value));

export default function CandidatePage() {
  const { frame, done, cycle, name, candidate, concerns, trend } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const isOn = candidate.isShortlisted;
  const sent = refused?.reply.initialValue?.["intent"];
  // Each form keeps what was typed in it, and what is stored in the others.
  const replyTo = (intent: string) => (sent === intent ? refused?.reply : undefined);
  const [, card] = useForm<CardFields>({
    id: "card",
    lastResult: replyTo("card"),
    defaultValue: {
      title: candidate.title,
      statement: candidate.statement,
      trendWords: candidate.trendWords ?? trend?.words ?? "",
      trendSource: candidate.trendSource ?? trend?.source ?? "",
      partnersWords: candidate.partnersWords ?? "",
      harmWords: candidate.harmWords ?? "",
      underHeardWords: candidate.underHeardWords ?? "",
    },
  });
  const [, given] = useForm<MarkFields>({
    id: "marks",
    lastResult: replyTo("marks"),
    defaultValue: {
      scoreEvidence: text(candidate.scoreEvidence),
      scoreHarm: text(candidate.scoreHarm),
      scoreUnderHeard: text(candidate.scoreUnderHeard),
      scoreChangeable: text(candidate.scoreChangeable),
      scoreNotInHand: text(candidate.scoreNotInHand),
    },
  });
  const [, decided] = useForm<DecisionFields>({
    id: "decide",
    lastResult: replyTo("decide"),
    defaultValue: {
      decision: isOn === null ? "" : isOn ? "on" : "off",
      reason: candidate.leftOffReason ?? "",
    },
  });
  const form = {
    action: paths.staff.candidate(cycle.id, candidate.number),
    version: candidate.version,
  };
  const title = `${candidate.number}. ${candidate.title}`;
  return (
    <StaffPage
      frame={frame}
      title={title}
      errors={
        <>
          <Breadcrumbs
            items={[
              { to: paths.staff.cycles(), words: "Cycles" },
              { to: paths.staff.cycle(cycle.id), words: `${name}, cycle ${cycle.number}` },
            ]}
            here={title}
          />
          <ErrorSummary
            fields={[
              ...cardFields.map((one) => card[one]),
              ...markFields.map((one) => given[one]),
              ...decisionFields.map((one) => decided[one]),
            ]}
          />
          <FormErrors messages={refused?.messages} />
        </>
      }
    >
      <DoneMessage words={done} />
      <div id={wholeFormId} tabIndex={-1}>
        <p>{raisersInWords(candidate.raisers)}.</p>
        <ul className="govuk-list govuk-list--bullet">
          {concerns.map(({ id, words }) => (
            <li key={id}>{words}</li>
          ))}
        </ul>
      </div>
      <h2 className="govuk-heading-m">Card</h2>
      {trend === null ? null : (
        <InsetText>
          {trend.words} Source: {trend.source}.
        </InsetText>
      )}
      <CardForm {...form} fields={card} />
      <h2 className="govuk-heading-m">Marks</h2>
      <p>Marks inform the vote and the panel. They do not decide.</p>
      <MarksForm {...form} fields={given} />
      <h2 className="govuk-heading-m">Shortlist</h2>
      <DecisionForm {...form} fields={decided} />
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
