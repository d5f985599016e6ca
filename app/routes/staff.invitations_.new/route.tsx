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
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DateField, dateFieldError } from "#app/components/staff/date-field.tsx";
import { optionalDay } from "#app/components/staff/day-schema.ts";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { memberKinds } from "#app/domain/account/account.ts";
import type { DayParts } from "#app/domain/account/day-parts.ts";
import { memberKindWords } from "#app/domain/member/member.ts";
import { byField } from "#app/field-errors.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { inviteMember } from "#app/services/member/invite-member.server.ts";
import { reachOf } from "#app/services/member/reach.server.ts";
import { partnerAgencies } from "#db/queries/member.ts";
import { areaGroups } from "./area-groups.ts";

const schema = z.object({
  kind: z.enum(memberKinds, { error: "Select what you invite them as" }),
  email: z.string({ error: "Enter their email address" }),
  agencyId: z
    .uuid()
    .optional()
    .transform((id) => id ?? null),
  area: z.string({ error: "Select an area" }),
  endsOn: optionalDay("Enter a real date, like 31 3 2027, or leave it empty"),
});

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Invite somebody", description: "Invite a partner or a resident.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "member:invite");
  const { areas, agencies } = await visit.read(async (tx) => ({
    areas: (await reachOf(tx, visit.actor))?.areas ?? [],
    agencies: await partnerAgencies(tx),
  }));
  return privatePage({ frame: staffFrameOf(visit), areas: areaGroups(areas), agencies });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActor(args, "member:invite");
  const { request, context } = args;
  const { db, now, keys, publicUrl } = context;
  const form = await readForm(request, schema);
  if (!form.ok) return badForm(context, form.reply, {});
  const invited = await inviteMember({ db, now, keys, publicUrl }, actor, form.value);
  return invited.ok
    ? redirect(`${paths.staff.invitations()}?done=${invited.did}`)
    : badForm(context, form.refuse(byField(invited.errors)), {});
}

interface Fields extends Record<string, unknown> {
  kind: string;
  email: string;
  agencyId: string;
  area: string;
  endsOn: DayParts | undefined;
}

export default function NewInvitation() {
  const { frame, areas, agencies } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<Fields>({ id: "invite", lastResult: refused?.reply });
  const { kind, email, agencyId, area, endsOn } = fields;
  const listed = { label: "", items: agencies.map((agency) => ({ value: agency.id, words: agency.name })) };
  return (
    <StaffPage
      frame={frame}
      title="Invite somebody"
      errors={
        <>
          <Breadcrumbs
            items={[{ to: paths.staff.invitations(), words: "Invitations" }]}
            here="Invite somebody"
          />
          <ErrorSummary fields={[kind, email, agencyId, area, dateFieldError(endsOn)]} />
        </>
      }
    >
      <form method="post" action={paths.staff.newInvitation()} noValidate>
        <Radios
          field={kind}
          legend="As what do you invite them?"
          items={memberKinds.map((value) => ({
            value,
            label: memberKindWords[value].name,
            hint: memberKindWords[value].hint,
          }))}
        />
        <TextInput
          field={email}
          label="Their email address"
          hint="Only send an invitation to an address that you had from them"
          type="email"
          autoComplete="off"
          spellCheck={false}
          width={30}
        />
        <Select
          field={agencyId}
          label="The agency they speak for"
          hint="For partners and partnership chairs"
          nothing="None: a resident"
          groups={[listed]}
        />
        <Select field={area} label="Area" nothing="Choose an area" groups={areas} />
        <DateField
          field={endsOn}
          legend="Last day (optional)"
          hint="Their access ends after this day, for example 31 3 2027"
        />
        <Button>Send the invitation</Button>
      </form>
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
