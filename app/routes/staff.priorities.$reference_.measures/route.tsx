import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { SeriesChart } from "#app/components/chart/series-chart.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { MeasureFields, measureFieldErrors } from "#app/components/plan/measure-fields.tsx";
import { newMeasureSchema, type MeasureFormFields } from "#app/components/plan/measure-schema.ts";
import { PlanPage } from "#app/components/plan/plan-page.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { chartOf } from "#app/domain/measure/chart-of.ts";
import { mayMeasure, measurers } from "#app/domain/measure/measurers.ts";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { requireActorOfAny } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { marksOfPlan, measuresFor } from "#app/measure-page.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { visitPlan } from "#app/plan-guard.server.ts";
import { addMeasure } from "#app/services/measure/add-measure.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Measures", description: "Whether a plan works.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { frame, head, found } = await visitPlan(args, "plan:read", async (tx, { plan, priority }, visit) => {
    const marks = await marksOfPlan(tx, plan.id, visit.actor);
    const measures = await measuresFor(tx, plan.id, visit.actor);
    return {
      measures: measures.map((measure) => ({
        id: measure.id,
        isPublic: measure.isPublic,
        chart: chartOf(measure, marks, { hasLimits: false }),
      })),
      mayAdd: plan.stage !== "closed" && mayMeasure(visit.actor, priority),
    };
  });
  const isRemoved = new URL(args.request.url).searchParams.get("done") === "removed";
  return privatePage({ frame, head, isRemoved, ...found });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActorOfAny(args, measurers);
  // What is not there to be read takes no form either.
  await loader(args);
  const { db, now } = args.context;
  const reference = args.params["reference"] ?? "";
  const form = await readForm(args.request, newMeasureSchema);
  if (!form.ok) return badForm(args.context, form.reply, { messages: [] });
  const added = await addMeasure({ db, now }, actor, reference, form.value);
  if (added === null) throw notFound();
  return added.ok
    ? redirect(paths.staff.measure(reference, added.id, "added"))
    : refusedForm(args.context, form, added.errors);
}

export default function Measures() {
  const { frame, head, measures, mayAdd, isRemoved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<MeasureFormFields>({ id: "measure", lastResult: refused?.reply });
  return (
    <PlanPage
      frame={frame}
      head={head}
      title="Measures"
      errors={
        <>
          <FormErrors messages={refused?.messages} />
          <ErrorSummary fields={measureFieldErrors(fields)} />
        </>
      }
    >
      <DoneMessage words={isRemoved ? "The measure is removed." : null} />
      <div id={mayAdd ? undefined : wholeFormId} tabIndex={-1}>
        {measures.length === 0 ? <p>Nothing is measured yet.</p> : null}
        {measures.map(({ id, isPublic, chart }) => (
          <section key={id}>
            <SeriesChart chart={chart} heading="h2" />
            <p>
              {isPublic ? "Residents see it." : "Residents do not see it."}{" "}
              <Link className="govuk-link" to={paths.staff.measure(head.reference, id)}>
                {mayAdd ? "Figures and changes" : "More"}
                <span className="govuk-visually-hidden">: {chart.title}</span>
              </Link>
            </p>
          </section>
        ))}
      </div>
      {mayAdd ? (
        <section id={wholeFormId} tabIndex={-1}>
          <h2 className="govuk-heading-m">Add a measure</h2>
          <form method="post" action={paths.staff.measures(head.reference)} noValidate>
            <MeasureFields fields={fields} kind={null} />
            <Button>Add the measure</Button>
          </form>
        </section>
      ) : null}
    </PlanPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
