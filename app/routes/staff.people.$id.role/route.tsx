import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DateField, dateFieldError } from "#app/components/staff/date-field.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { accountName } from "#app/domain/account/account-words.ts";
import { appointedRoles } from "#app/domain/account/account.ts";
import { areaInWords, areaKindInWords, type NamedArea } from "#app/domain/account/area-words.ts";
import { errorsByField } from "#app/domain/account/change.ts";
import { partsOfDay } from "#app/domain/account/day-parts.ts";
import { areaKindsFor } from "#app/domain/account/role-areas.ts";
import { roleWords } from "#app/domain/account/role-words.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { giveRole } from "#app/services/appointment/give-role.server.ts";
import { listAreas } from "#db/queries/appointment.ts";
import { findPerson } from "#db/queries/person.ts";
import { roleSchema, type RoleFields } from "./role-schema.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Give a role", description: "What somebody may do, where and when.", path: null });

export const headers = pageHeaders;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const visit = await requireActor({ request, context }, "person:manage");
  const found = await visit.read(async (tx) => {
    const person = await findPerson(tx, params["id"] ?? "");
    return person?.kind === "staff"
      ? { person: { id: person.id, name: person.name }, areas: await listAreas(tx) }
      : null;
  });
  if (found === null) throw notFound();
  return privatePage({ frame: staffFrameOf(visit), ...found, today: londonDay(context.now) });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context }, "person:manage");
  const accountId = params["id"] ?? "";
  const form = await readForm(request, roleSchema);
  if (!form.ok) return badForm(context, form.reply, {});
  const change = await giveRole(context, actor, { accountId, ...form.value });
  return change.ok
    ? redirect(paths.staff.person(accountId, "role"))
    : badForm(context, form.refuse(errorsByField(change.errors)), {});
}

const headings = [
  ["bcu", "BCUs"],
  ["section", "Sections"],
  ["partnership", "Partnerships"],
  ["team", "Teams"],
  ["neighbourhood", "Neighbourhoods"],
] as const;

const areaGroups = (areas: readonly NamedArea[]) => [
  { label: "", items: [{ value: "force", words: "Whole force" }] },
  ...headings.map(([wanted, label]) => ({
    label,
    items: areas.flatMap(({ kind, id, name }) =>
      kind === wanted && id !== null ? [{ value: `${kind}:${id}`, words: areaInWords({ kind, name }) }] : [],
    ),
  })),
];

const roleItems = appointedRoles.map((role) => ({
  value: role,
  label: roleWords[role],
  hint: `For ${areaKindsFor[role].map(areaKindInWords).join(" or ")}`,
}));

export default function GiveRole() {
  const { frame, person, areas, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<RoleFields>({
    id: "give",
    lastResult: refused?.reply,
    defaultValue: { startsOn: partsOfDay(today) },
  });
  const { role, area, startsOn, endsOn } = fields;
  return (
    <StaffPage
      frame={frame}
      title={`Give ${accountName(person.name)} a role`}
      errors={<ErrorSummary fields={[role, area, dateFieldError(startsOn), dateFieldError(endsOn)]} />}
    >
      <form method="post" action={paths.staff.personRole(person.id)} noValidate>
        <Radios
          field={role}
          legend="Role"
          hint="Constables and sergeants have theirs by their post: link the account instead."
          items={roleItems}
        />
        <Select field={area} label="Area" nothing="Choose an area" groups={areaGroups(areas)} />
        <DateField field={startsOn} legend="First day" hint="For example 27 3 2027" />
        <DateField field={endsOn} legend="Last day, if there is one" hint="Leave empty to end it later" />
        <Button>Give the role</Button>
      </form>
      <p>
        <Link className="govuk-link" to={paths.staff.person(person.id)}>
          Back to {accountName(person.name)}
        </Link>
      </p>
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
