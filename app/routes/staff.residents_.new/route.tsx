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
import { Radios } from "#app/components/govuk/radios.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { ageBands, connections } from "#app/domain/account/account.ts";
import { ageBandWords, connectionWords } from "#app/domain/resident/resident.ts";
import { badForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import {
  neighbourhoodShape,
  neighbourhoodForm,
  readNeighbourhoodForm,
} from "#app/neighbourhood-form.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { enterResident } from "#app/services/resident/enter-resident.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Enter a resident",
    description: "Enter somebody who takes part on paper or by telephone.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "resident:assist");
  return privatePage(neighbourhoodForm(args.context, visit, "resident:assist"));
}

const schema = z.object({
  ...neighbourhoodShape,
  connection: z.enum(connections, { error: "Choose how they belong there" }),
  ageBand: z.enum(ageBands, { error: "Choose how old they are" }),
});

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActor(args, "resident:assist");
  const form = await readNeighbourhoodForm(args, schema);
  if (!form.ok) return badForm(args.context, form.reply, {});
  const entered = await enterResident(args.context, actor, form.value);
  return entered.ok
    ? redirect(paths.staff.residentEntered(entered.reference))
    : badForm(args.context, form.refuse({ slug: [entered.message] }), {});
}

export default function EnterResident() {
  const { frame, groups } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<Record<"slug" | "connection" | "ageBand", string>>({
    id: "enter-resident",
    lastResult: refused?.reply,
  });
  return (
    <StaffPage
      frame={frame}
      title="Enter a resident"
      errors={<ErrorSummary fields={[fields.slug, fields.connection, fields.ageBand]} />}
    >
      <p>
        For somebody who takes part on paper or by telephone. We keep no name and no address. People under 13
        take part through their school or youth club, and are not entered here.
      </p>
      <form method="post" action={paths.staff.newResident()} noValidate>
        <Select field={fields.slug} label="Neighbourhood" nothing="Choose one" groups={groups} />
        <Radios
          field={fields.connection}
          legend="What do they say they do?"
          items={connections.map((value) => ({ value, label: `They ${connectionWords[value]}` }))}
        />
        <Radios
          field={fields.ageBand}
          legend="How old are they?"
          items={ageBands.map((value) => ({ value, label: ageBandWords[value] }))}
        />
        <Button>Enter the resident</Button>
      </form>
      <p>
        <Link className="govuk-link" to={paths.staff.residents()}>
          Back to the list
        </Link>
      </p>
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
