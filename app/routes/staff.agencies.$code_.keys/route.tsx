import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { londonDay, yearAfter } from "#app/domain/team/day.ts";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { requireFreshActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { endKey } from "#app/services/agency/end-key.server.ts";
import { makeKey } from "#app/services/agency/make-key.server.ts";
import { listAgencyKeys } from "#db/queries/agency-key.ts";
import { findAgency } from "#db/queries/agency.ts";
import { actSchema, doneWords } from "./acts.ts";
import { KeyForm } from "./key-form.tsx";
import { KeyTable } from "./key-table.tsx";
import { NewKey } from "./new-key.tsx";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Keys of an agency", description: "For an agency’s own system.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireFreshActor(args, "agency:manage");
  const { context, params, request } = args;
  const today = londonDay(context.now);
  const found = await visit.read(async (tx) => {
    const agency = await findAgency(tx, params["code"] ?? "");
    return agency === null || agency.kind === "police"
      ? null
      : { agency, keys: await listAgencyKeys(tx, agency.id, today) };
  });
  if (found === null) throw notFound();
  return privatePage({
    frame: staffFrameOf(visit),
    ...found,
    today,
    done: doneWords.get(new URL(request.url).searchParams.get("done") ?? "") ?? null,
  });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireFreshActor(args, "agency:manage");
  // What is not there to be read takes no form either.
  const { data: page } = await loader(args);
  const { context, request } = args;
  const { code } = page.agency;
  const form = await readForm(request, actSchema);
  if (!form.ok) return badForm(context, form.reply, { messages: [], key: null });
  const act = form.value;
  if (act.intent === "end") {
    const change = await endKey(context, actor, { code, keyId: act.key });
    return change.ok
      ? redirect(paths.tasking.agencyKeys(code, "end"))
      : refusedForm(context, form, change.errors);
  }
  const made = await makeKey(context, actor, code, { name: act.name, endsOn: act.endsOn });
  if (!made.ok) return refusedForm(context, form, made.errors);
  // Shown by this answer and by no other: an address would keep it.
  return data(
    { key: made.key, reply: undefined, messages: [] },
    { headers: { "Cache-Control": "private, no-store" } },
  );
}

export default function AgencyKeys() {
  const { frame, agency, keys, today, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const key = answer !== undefined && "key" in answer ? answer.key : null;
  return (
    <StaffPage
      frame={frame}
      title={`Keys of ${agency.name}`}
      errors={
        <>
          <Breadcrumbs
            items={[
              { to: paths.staff.agencies(), words: "Agencies" },
              { to: paths.staff.agency(agency.code), words: agency.name },
            ]}
            here="Keys"
          />
          <FormErrors messages={answer?.messages} />
        </>
      }
    >
      {key === null ? <DoneMessage words={done} /> : <NewKey value={key} />}
      <p>
        With a key, the agency’s own system reads and answers what is asked of the agency, and nothing else,
        while its information-sharing agreement is in force. Give a key to one system and to nobody.
      </p>
      <div id={wholeFormId} tabIndex={-1}>
        <KeyTable code={agency.code} keys={keys} today={today} />
      </div>
      <KeyForm key={key ?? "none"} code={agency.code} latest={yearAfter(today)} reply={answer?.reply} />
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
