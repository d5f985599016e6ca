import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { errorsByField } from "#app/domain/account/change.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { findLeadOf } from "#db/queries/agency-lead.ts";
import { findAgency, listMembers } from "#db/queries/agency.ts";
import { actSchema, doneWords, replyFor } from "./acts.ts";
import { doAct } from "./do-act.server.ts";
import { LeadForm } from "./lead-form.tsx";
import { Members } from "./members.tsx";

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.agency.name ?? "Agency",
    description: "Who can sign in for an agency.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const visit = await requireActor({ request, context }, "agency:manage");
  const found = await visit.read(async (tx) => {
    const agency = await findAgency(tx, params["code"] ?? "");
    return agency === null
      ? null
      : {
          agency,
          members: await listMembers(tx, agency.id),
          leadId: (await findLeadOf(tx, agency.id))?.accountId ?? null,
        };
  });
  if (found === null) throw notFound();
  const done = doneWords.get(new URL(request.url).searchParams.get("done") ?? "") ?? null;
  return privatePage({ frame: staffFrameOf(visit), ...found, done });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, read } = await requireActor({ request, context }, "agency:manage");
  const code = params["code"] ?? "";
  const agency = await read((tx) => findAgency(tx, code));
  if (agency === null) throw notFound();
  const form = await readForm(request, actSchema);
  if (!form.ok) return badForm(context, form.reply, { messages: [] });
  const asked = form.value;
  const change = await doAct(context, actor, agency, asked);
  if (change.ok) return redirect(paths.staff.agency(code, asked.intent));
  const messages = change.errors.filter(({ field }) => field === "form").map(({ message }) => message);
  return badForm(context, form.refuse(errorsByField(change.errors)), { messages });
}

export default function AgencyPage() {
  const { frame, agency, members, leadId, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, { name }] = useForm<{ name: string }>({
    id: "agency",
    lastResult: replyFor(refused?.reply, "rename"),
    defaultValue: { name: agency.name },
  });
  return (
    <StaffPage
      frame={frame}
      title={agency.name}
      errors={
        <>
          <Breadcrumbs items={[{ to: paths.staff.agencies(), words: "Agencies" }]} here={agency.name} />
          <ErrorSummary fields={[name]} />
          <FormErrors messages={refused?.messages} />
        </>
      }
    >
      <DoneMessage words={done} />
      <p className="sn-quiet">Code {agency.code}</p>
      <div id={wholeFormId} tabIndex={-1}>
        <h2 className="govuk-heading-m">Who can sign in for it</h2>
        <Members code={agency.code} members={members} />
      </div>
      <LeadForm
        code={agency.code}
        members={members}
        leadId={leadId}
        reply={replyFor(refused?.reply, "name-lead")}
      />
      {agency.kind === "police" ? null : (
        <>
          <h2 className="govuk-heading-m">Its own system</h2>
          <p>
            With a key, the agency’s own system can answer its actions.{" "}
            <Link className="govuk-link" to={paths.tasking.agencyKeys(agency.code)}>
              Keys of this agency
            </Link>
          </p>
        </>
      )}
      <h2 className="govuk-heading-m">Rename it</h2>
      <form method="post" action={paths.staff.agency(agency.code)} noValidate>
        <input type="hidden" name="intent" value="rename" />
        <TextInput
          field={name}
          label="Name"
          hint="A file of teams that names this agency otherwise changes it back."
          width={30}
          autoComplete="off"
        />
        <Button look="secondary">Rename</Button>
      </form>
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
