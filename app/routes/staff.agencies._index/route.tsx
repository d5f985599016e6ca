import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { errorsByField } from "#app/domain/account/change.ts";
import { agencyKinds } from "#app/domain/agency/agency.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { addAgency } from "#app/services/agency/add-agency.server.ts";
import { listAgencies } from "#db/queries/agency.ts";

const badCode = "Enter a code of small letters, digits and hyphens, like county-housing";
const schema = z.object({
  name: z
    .string({ error: "Enter the agency’s name" })
    .trim()
    .min(2, "Enter the agency’s name")
    .max(100, "Enter a name of at most 100 characters"),
  code: z
    .string({ error: badCode })
    .trim()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, badCode)
    .max(50, "Enter a code of at most 50 characters"),
  kind: z.enum(agencyKinds, "Choose what kind of agency it is"),
});

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Agencies", description: "The police and its partners.", path: null });

export const headers = pageHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = await requireActor({ request, context }, "agency:manage");
  return privatePage({ frame: staffFrameOf(visit), agencies: await visit.read(listAgencies) });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context }, "agency:manage");
  const form = await readForm(request, schema);
  if (!form.ok) return badForm(context, form.reply, {});
  const change = await addAgency(context, actor, form.value);
  return change.ok
    ? redirect(paths.staff.agency(form.value.code, "add"))
    : badForm(context, form.refuse(errorsByField(change.errors)), {});
}

const capital = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

export default function Agencies() {
  const { frame, agencies } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, { name, code, kind }] = useForm<{ name: string; code: string; kind: string }>({
    id: "agency",
    lastResult: refused?.reply,
  });
  return (
    <StaffPage frame={frame} title="Agencies" errors={<ErrorSummary fields={[name, code, kind]} />}>
      <DataTable
        caption="Agencies by name"
        isCaptionHidden
        columns={["Name", "Kind", "Code", "People"]}
        rows={agencies.map((agency) => ({
          key: agency.id,
          cells: [
            <Link key="name" className="govuk-link" to={paths.staff.agency(agency.code)}>
              {agency.name}
            </Link>,
            capital(agency.kind),
            agency.code,
            agency.members,
          ],
        }))}
      />
      <p>
        <Link className="govuk-link" to={paths.tasking.newGroup()}>
          Make a tasking group
        </Link>
      </p>
      <h2 className="govuk-heading-m">Add an agency</h2>
      <form method="post" action={paths.staff.agencies()} noValidate>
        <TextInput field={name} label="Name" width={30} autoComplete="off" />
        <TextInput
          field={code}
          label="Code"
          hint="How files of teams name it. It cannot be changed later."
          width={20}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Select
          field={kind}
          label="Kind"
          nothing="Choose a kind"
          groups={[{ label: "", items: agencyKinds.map((value) => ({ value, words: capital(value) })) }]}
        />
        <Button>Add the agency</Button>
      </form>
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
