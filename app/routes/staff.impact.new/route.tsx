import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { impactFieldErrors, ImpactFields } from "#app/components/impact/impact-fields.tsx";
import { backToImpacts, ImpactPage } from "#app/components/impact/impact-page.tsx";
import {
  openingSchema,
  toWantedImpact,
  type ImpactFormFields,
  type TensionFormFields,
} from "#app/components/impact/impact-schema.ts";
import { TensionFields } from "#app/components/impact/tension-fields.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { readReference } from "#app/domain/reference/reference.ts";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { forbidden, requireActor } from "#app/guards.server.ts";
import { placesToAssess } from "#app/impact-places.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { openImpact } from "#app/services/impact/open-impact.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Open a community impact assessment",
    description: "How something is felt in a community.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "impact:write");
  return privatePage({
    frame: staffFrameOf(visit),
    priority: readReference("priority", new URL(args.request.url).searchParams.get("priority") ?? ""),
    neighbourhoods: await visit.read((tx) => placesToAssess(tx, visit.actor)),
  });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActor(args, "impact:write");
  const form = await readForm(args.request, openingSchema);
  if (!form.ok) return badForm(args.context, form.reply, { messages: [] });
  const { tension, reviewHours = null, ...typed } = form.value;
  const opened = await openImpact(args.context, actor, { ...toWantedImpact(typed), tension, reviewHours });
  if (opened === null) throw forbidden();
  return opened.ok
    ? redirect(paths.tasking.impact(opened.reference, "opened"))
    : refusedForm(args.context, form, opened.errors);
}

export default function NewImpact() {
  const { frame, priority, neighbourhoods } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<ImpactFormFields & TensionFormFields>({
    id: "impact",
    lastResult: refused?.reply,
    defaultValue: { priority: priority ?? "" },
  });
  return (
    <ImpactPage
      frame={frame}
      title="Open a community impact assessment"
      back={backToImpacts}
      errors={
        <>
          <FormErrors messages={refused?.messages} />
          <ErrorSummary fields={impactFieldErrors(fields, [fields.tension, fields.reviewHours])} />
        </>
      }
    >
      <p>
        Write of communities and places, never of persons. Names, cases, and what MARAC or MAPPA deal with
        stay in their own systems.
      </p>
      <form id={wholeFormId} method="post" action={paths.tasking.newImpact()} noValidate>
        <ImpactFields fields={fields} neighbourhoods={neighbourhoods}>
          <TensionFields fields={fields} />
        </ImpactFields>
        <Button>Open the assessment</Button>
      </form>
    </ImpactPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
