import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { FormErrors } from "#app/components/staff/form-errors.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { errorsByField } from "#app/domain/account/change.ts";
import { can } from "#app/domain/actor.ts";
import { acceptsBatches } from "#app/domain/ballot/open.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { readVoteForStaff } from "#app/services/ballot/read-turnout.server.ts";
import { Batches } from "./batches.tsx";
import { Certify } from "./certify.tsx";
import { Turnout } from "./turnout.tsx";
import { doVoteAction, voteActionSchema } from "./vote-action.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Vote", description: "Who takes part in a vote, and its count.", path: null });

export const headers = pageHeaders;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const visit = await requireActor({ request, context }, "priority:read-overview");
  const { actor } = visit;
  const id = params["id"] ?? "";
  const vote = isId(id) ? await readVoteForStaff(context, actor, id) : null;
  if (vote === null) throw notFound();
  const { cycle, batches, tally, ...turnout } = vote;
  const isDone = new URL(request.url).searchParams.get("done") === "certify" && tally !== null;
  return privatePage({
    frame: staffFrameOf(visit),
    name:
      context.finder.neighbourhoods.find((one) => one.id === cycle.neighbourhoodId)?.name ??
      "A former neighbourhood",
    cycleId: cycle.id,
    stage: cycle.stage,
    closesOn: cycle.votingEndsOn,
    isOpen: acceptsBatches(cycle.stage, tally !== null),
    turnout,
    batches: batches.map(({ id: batchId, number, mode, state }) => ({ id: batchId, number, mode, state })),
    tally,
    canEnter: can(actor, "ballot:enter", cycle),
    canCertify: can(actor, "ballot:certify", cycle),
    canQuarantine: can(actor, "ballot:quarantine", cycle),
    done: isDone ? "The count is certified, and the ballots are published." : null,
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context }, "priority:read-overview");
  // What is not there to be read takes no form either.
  await loader({ request, params, context });
  const id = params["id"] ?? "";
  if (!isId(id)) throw notFound();
  const form = await readForm(request, voteActionSchema);
  if (!form.ok) return badForm(context, form.reply, { messages: [] });
  const { change, next } = await doVoteAction(context, actor, id, form.value);
  if (change.ok) return redirect(next);
  return badForm(context, form.refuse(errorsByField(change.errors)), {
    messages: change.errors.flatMap(({ field, message }) => (field === "form" ? [message] : [])),
  });
}

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

export default function StaffVote() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, { mode }] = useForm<{ mode: string }>({ id: "batch", lastResult: refused?.reply });
  return (
    <StaffPage
      frame={page.frame}
      title={`Vote in ${page.name}`}
      errors={
        <>
          <FormErrors messages={refused?.messages} />
          <ErrorSummary fields={[mode]} />
        </>
      }
    >
      <DoneMessage words={page.done} />
      <p>
        {page.stage === "voting"
          ? `Open until the end of ${dayInWords(page.closesOn)}. What people choose is shown to nobody before the count is certified.`
          : `The last day to vote: ${dayInWords(page.closesOn)}.`}
      </p>
      <Certify {...page} />
      {page.tally === null ? <Turnout {...page.turnout} /> : null}
      <Batches {...page} mode={mode} />
      {page.canQuarantine ? (
        <p>
          <Link className="govuk-link" to={paths.staff.quarantine(page.cycleId)}>
            Bursts of ballots, and quarantine
          </Link>
        </p>
      ) : null}
      <p>
        <Link className="govuk-link" to={paths.staff.cycle(page.cycleId)}>
          Back to the cycle
        </Link>
      </p>
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
