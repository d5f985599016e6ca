import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { agreementFieldErrors, AgreementFieldset } from "#app/components/agreement/agreement-fields.tsx";
import {
  agreementSchema,
  toWanted,
  type AgreementFormFields,
} from "#app/components/agreement/agreement-schema.ts";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { MarkingLine } from "#app/components/tasking/marking.tsx";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { draftAgreement } from "#app/services/agreement/draft-agreement.server.ts";
import { listAgencies } from "#db/queries/agency.ts";
import { listPartnerships } from "#db/queries/agreement-list.ts";

const title = "Draft an agreement";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title, description: "An information-sharing agreement.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "agreement:keep");
  return privatePage(
    await visit.read(async (tx) => ({
      frame: staffFrameOf(visit),
      choices: {
        partnerships: await listPartnerships(tx),
        agencies: (await listAgencies(tx)).map(({ id, name, kind }) => ({
          id,
          name,
          isPolice: kind === "police",
        })),
      },
    })),
  );
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActor(args, "agreement:keep");
  const form = await readForm(args.request, agreementSchema);
  if (!form.ok) return badForm(args.context, form.reply, { messages: [] });
  const drafted = await draftAgreement(args.context, actor, toWanted(form.value));
  return drafted.ok
    ? redirect(paths.tasking.agreement(drafted.reference, "draft"))
    : refusedForm(args.context, form, drafted.errors);
}

export default function NewAgreement() {
  const { frame, choices } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<AgreementFormFields>({
    id: "agreement",
    lastResult: refused?.reply,
    defaultValue: { parties: choices.agencies.filter(({ isPolice }) => isPolice).map(({ id }) => id) },
  });
  return (
    <StaffPage
      frame={frame}
      title={title}
      errors={
        <>
          <Breadcrumbs items={[{ to: paths.tasking.agreements(), words: "Agreements" }]} here="Draft" />
          <FormErrors messages={refused?.messages} />
          <ErrorSummary fields={agreementFieldErrors(fields)} />
        </>
      }
    >
      <MarkingLine marking="official" />
      <p>
        Nothing is shared by a draft. It is in force once the police and at least one partner have signed, for
        at most 12 months at a time.
      </p>
      <form id={wholeFormId} method="post" action={paths.tasking.newAgreement()} noValidate>
        <AgreementFieldset fields={fields} choices={choices} />
        <Button>Save the draft</Button>
      </form>
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
