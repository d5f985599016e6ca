import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { stateLabel } from "#app/components/concern/state-label.ts";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { plainField } from "#app/components/govuk/field.ts";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { wholeFormId } from "#app/components/staff/form-errors.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { errorsByField } from "#app/domain/account/change.ts";
import { concernReaders } from "#app/domain/concern/reading.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActorOfAny } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { readConcern } from "#app/services/concern/read-concern.server.ts";
import { listAgencies } from "#db/queries/agency.ts";
import { factsOf } from "./concern-facts.tsx";
import { intentOf } from "./decision-form.tsx";
import { decisionSchema } from "./decision-schema.ts";
import { Decisions } from "./decisions.tsx";
import { doneWords } from "./done-words.ts";
import { History } from "./history.tsx";
import { pageDataOf } from "./page-data.server.ts";
import { PublicText } from "./public-text.tsx";
import { Said } from "./said.tsx";
import { SimilarConcerns } from "./similar-concerns.tsx";
import { takeDecision } from "./take-decision.server.ts";
import { Unsent } from "./unsent.tsx";

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.concern.reference ?? "Concern",
    description: "What somebody raised, and what becomes of it.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const visit = await requireActorOfAny({ request, context }, concernReaders);
  const { actor } = visit;
  const { db, now, finder } = context;
  const read = await readConcern({ db, now }, actor, params["id"] ?? "");
  if (read === null) throw notFound();
  const { neighbourhoodId } = read.concern;
  const neighbourhood = finder.neighbourhoods.find(({ id }) => id === neighbourhoodId)?.name;
  const concern = pageDataOf(read, actor, now, neighbourhood ?? "No longer there");
  const agencies = concern.forms.includes("refer") ? await visit.read(listAgencies) : [];
  return privatePage({
    frame: staffFrameOf(visit),
    concern,
    agencies: agencies.map(({ id, name }) => ({ id, name })),
    done: doneWords(new URL(request.url).searchParams.get("done")),
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor } = await requireActorOfAny({ request, context }, concernReaders);
  const id = params["id"] ?? "";
  const form = await readForm(request, decisionSchema);
  if (!form.ok) {
    // Of no form of this page.
    if (intentOf(form.reply) === undefined) throw notFound();
    return badForm(context, form.reply, {});
  }
  const change = await takeDecision(context, actor, id, form.value);
  return change.ok
    ? redirect(paths.staff.concern(id, form.value.intent))
    : badForm(context, form.refuse(errorsByField(change.errors)), {});
}

export default function ConcernPage() {
  const { frame, concern, agencies, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply;
  const { id, reference, version, state, isUrgent, clock, said, forms } = concern;
  const errors = Object.entries(reply?.error ?? {}).map(([name, messages]) => ({
    ...plainField(name === wholeFormId ? wholeFormId : `${String(intentOf(reply))}-${name}`),
    errors: messages ?? undefined,
  }));
  return (
    <StaffPage frame={frame} title={`Concern ${reference}`} errors={<ErrorSummary fields={errors} />}>
      <DoneMessage words={done} />
      <p className="sn-tags">
        <Tag>{stateLabel(state)}</Tag> {isUrgent ? <Tag tone="now">Urgent</Tag> : null}{" "}
        {clock === null ? null : <Tag tone={clock.isLate ? "late" : "plain"}>{clock.words}</Tag>}
      </p>
      <Unsent reply={reply} forms={forms} />
      <div className="sn-triage">
        <div>
          {said === null ? null : <Said {...said} />}
          <PublicText {...concern} />
          <SummaryList rows={factsOf(concern.facts)} />
          <SimilarConcerns
            concernId={id}
            version={version}
            canMerge={forms.includes("merge")}
            similar={concern.similar}
          />
          <History events={concern.events} />
        </div>
        <div id={wholeFormId} tabIndex={-1}>
          {concern.isOwnDecision ? (
            <p>You rejected this concern, so somebody else decides the appeal.</p>
          ) : null}
          <Decisions
            frame={{ concernId: id, version, reply }}
            forms={forms}
            text={concern.text}
            agencies={agencies}
            isPublished={concern.isPublished}
          />
        </div>
      </div>
      <p>
        <Link className="govuk-link" to={paths.staff.concerns()}>
          All concerns
        </Link>
      </p>
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
