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
import { ImpactPage } from "#app/components/impact/impact-page.tsx";
import {
  changeSchema,
  toWantedImpact,
  typedImpact,
  type ImpactFormFields,
} from "#app/components/impact/impact-schema.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { forbidden, requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { placesToAssess } from "#app/impact-places.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { changeImpact } from "#app/services/impact/change-impact.server.ts";
import { readImpact } from "#app/services/impact/read-impact.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Change a community impact assessment",
    description: "What it says.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "impact:write");
  const found = await readImpact(args.context, visit.actor, args.params["reference"] ?? "", "change");
  if (found === null) throw notFound();
  if (!found.mayWrite) throw forbidden();
  const { assessment, neighbourhoodIds, priority, meeting } = found;
  return privatePage({
    frame: staffFrameOf(visit),
    reference: assessment.reference,
    version: assessment.version,
    typed: typedImpact(assessment, {
      neighbourhoodIds,
      priority: priority?.reference ?? null,
      meeting: meeting?.reference ?? null,
    }),
    neighbourhoods: await visit.read((tx) => placesToAssess(tx, visit.actor)),
  });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActor(args, "impact:write");
  const { data: page } = await loader(args);
  const form = await readForm(args.request, changeSchema);
  if (!form.ok) return badForm(args.context, form.reply, { messages: [] });
  const { version, ...typed } = form.value;
  const { reference } = page;
  const change = await changeImpact(args.context, actor, { reference, version }, toWantedImpact(typed));
  if (change === null) throw forbidden();
  return change.ok
    ? redirect(paths.tasking.impact(reference, "changed"))
    : refusedForm(args.context, form, change.errors);
}

export default function ChangeImpact() {
  const { frame, reference, version, typed, neighbourhoods } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<ImpactFormFields>({
    id: "impact",
    lastResult: refused?.reply,
    defaultValue: typed,
  });
  return (
    <ImpactPage
      frame={frame}
      title={`Change assessment ${reference}`}
      back={{ to: paths.tasking.impact(reference), words: "Back to the assessment" }}
      errors={
        <>
          <FormErrors messages={refused?.messages} />
          <ErrorSummary fields={impactFieldErrors(fields)} />
        </>
      }
    >
      <form id={wholeFormId} method="post" action={paths.tasking.changeImpact(reference)} noValidate>
        <input type="hidden" name="version" value={version} />
        <ImpactFields fields={fields} neighbourhoods={neighbourhoods} />
        <Button>Save the assessment</Button>
      </form>
    </ImpactPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
