import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { CyclePage } from "#app/components/staff/cycle-page.tsx";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { wholeFormId } from "#app/components/staff/form-errors.tsx";
import { readCyclePage } from "#app/cycle-page.server.ts";
import { raisersInWords } from "#app/domain/candidate/evidence.ts";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { idParam } from "#app/id-param.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { CandidateEditor } from "./candidate-editor.tsx";
import { CardToRead } from "./card-to-read.tsx";
import { changeCandidate } from "./change-candidate.server.ts";
import { candidateSchema } from "./schemas.ts";
import { shownCandidate } from "./shown-candidate.server.ts";
import { useCandidateForms } from "./use-candidate-forms.ts";

const doneWords = new Map([
  ["add", "The candidate is added. Fill in its card next."],
  ["card", "The card is saved."],
  ["marks", "The marks are saved."],
  ["decide", "The decision is saved."],
  ["join", "The concerns are added. Whoever raised them hears of it."],
  ["take-off", "The concerns are taken off. Whoever raised them hears why."],
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
  const visit = await requireActor({ request, context }, "priority:read-overview");
  const page = await readCyclePage(visit, "priority:read-overview", params["id"], (tx, cycle) =>
    shownCandidate(tx, visit.actor, cycle, numberOf(params["number"])),
  );
  const done = doneWords.get(new URL(request.url).searchParams.get("done") ?? "") ?? null;
  return privatePage({ done, ...page });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context }, "candidate:write");
  // What is not there to be read takes no form either.
  await loader({ request, params, context });
  const cycleId = idParam(params["id"]);
  const form = await readForm(request, candidateSchema);
  if (!form.ok) return badForm(context, form.reply, { messages: [] });
  const change = await changeCandidate(context, actor, cycleId, form.value);
  if (!change.ok) return refusedForm(context, form, change.errors);
  const { intent } = form.value;
  return redirect(
    intent === "remove"
      ? paths.staff.cycle(cycleId, intent)
      : paths.staff.candidate(cycleId, numberOf(params["number"]), intent),
  );
}

export default function CandidatePage() {
  const { frame, done, cycle, candidate, concerns, whyReadOnly, free, trend } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const forms = useCandidateForms(candidate, trend, refused?.reply);
  const target = {
    action: paths.staff.candidate(cycle.id, candidate.number),
    candidateId: candidate.id,
    version: candidate.version,
  };
  return (
    <CyclePage
      frame={frame}
      cycle={cycle}
      title={`${candidate.number}. ${candidate.title}`}
      fields={whyReadOnly === null ? forms.fields : []}
      messages={refused?.messages}
    >
      <DoneMessage words={done} />
      <div id={wholeFormId} tabIndex={-1}>
        <p>{raisersInWords(candidate.raisers)}.</p>
        <ul className="govuk-list govuk-list--bullet">
          {concerns.map(({ id, reference, title }) => (
            <li key={id}>{`${reference}: ${title ?? ""}`}</li>
          ))}
        </ul>
      </div>
      {whyReadOnly === null ? (
        <CandidateEditor target={target} forms={forms} concerns={concerns} free={free} trend={trend} />
      ) : (
        <CardToRead candidate={candidate} why={whyReadOnly} />
      )}
    </CyclePage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
