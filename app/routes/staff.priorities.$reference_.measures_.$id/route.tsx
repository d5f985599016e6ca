import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SeriesChart } from "#app/components/chart/series-chart.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { measureFieldErrors } from "#app/components/plan/measure-fields.tsx";
import type { MeasureFormFields } from "#app/components/plan/measure-schema.ts";
import { PlanPage } from "#app/components/plan/plan-page.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { mayMeasure, measurers } from "#app/domain/measure/measurers.ts";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { requireActorOfAny } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { idParam } from "#app/id-param.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { visitPlan } from "#app/plan-guard.server.ts";
import { carryOut } from "./change.server.ts";
import { ChangeForms, FiguresForm } from "./forms.tsx";
import { measureFormsSchema } from "./schema.ts";
import { shownMeasure } from "./shown-measure.server.ts";
import { Signals } from "./signals.tsx";

const doneWords = new Map([
  ["added", "The measure is added."],
  ["figures", "The figures are saved."],
  ["change", "The measure is saved."],
]);

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.measure.chart.title ?? "Measure",
    description: "One measure of a plan.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { frame, head, found } = await visitPlan(
    args,
    "plan:read",
    async (tx, { plan, priority }, visit) => ({
      measure: await shownMeasure(tx, plan.id, idParam(args.params["id"]), visit.actor),
      mayChange: plan.stage !== "closed" && mayMeasure(visit.actor, priority),
    }),
  );
  const { measure, mayChange } = found;
  if (measure === null) throw notFound();
  const done = doneWords.get(new URL(args.request.url).searchParams.get("done") ?? "") ?? null;
  return privatePage({ frame, head, done, measure, mayChange });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActorOfAny(args, measurers);
  // What is not there to be read takes no form either.
  await loader(args);
  const { db, now } = args.context;
  const reference = args.params["reference"] ?? "";
  const measureId = idParam(args.params["id"]);
  const form = await readForm(args.request, measureFormsSchema);
  if (!form.ok) return badForm(args.context, form.reply, { messages: [] });
  const change = await carryOut({ db, now }, actor, { reference, measureId }, form.value);
  if (change === null) throw notFound();
  if (!change.ok) return refusedForm(args.context, form, change.errors);
  const { intent } = form.value;
  return redirect(
    intent === "remove"
      ? paths.staff.measures(reference, "removed")
      : paths.staff.measure(reference, measureId, intent),
  );
}

export default function MeasurePage() {
  const { frame, head, done, measure, mayChange } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const sent = refused?.reply.initialValue?.["intent"];
  const of = (intent: string) => ({ id: intent, lastResult: sent === intent ? refused?.reply : undefined });
  const [, typed] = useForm<{ figures: string }>(of("figures"));
  const [, fields] = useForm<MeasureFormFields>({ ...of("change"), defaultValue: measure.typed });
  const [, removal] = useForm<{ isSure: string }>(of("remove"));
  const target = { action: paths.staff.measure(head.reference, measure.id), version: measure.version };
  const { kind, chart, signals, comparison } = measure;
  return (
    <PlanPage
      frame={frame}
      head={head}
      title="Measure"
      errors={
        <>
          <FormErrors messages={refused?.messages} />
          <ErrorSummary fields={[typed.figures, ...measureFieldErrors(fields), removal.isSure]} />
        </>
      }
    >
      <DoneMessage words={done} />
      <div id={mayChange ? undefined : wholeFormId} tabIndex={-1}>
        <SeriesChart chart={chart} heading="h2" />
      </div>
      {signals === null ? null : <Signals signals={signals} />}
      {comparison === null ? null : (
        <>
          <h2 className="govuk-heading-m">How a like area did</h2>
          <p>{comparison}</p>
        </>
      )}
      {mayChange ? (
        <section id={wholeFormId} tabIndex={-1}>
          <h2 className="govuk-heading-m">Figures and changes</h2>
          {kind === "incidents" ? (
            <p>These figures are counted from the incidents that are loaded. None are typed in.</p>
          ) : (
            <FiguresForm target={target} field={typed.figures} kind={kind} />
          )}
          <ChangeForms target={target} fields={fields} kind={kind} isSure={removal.isSure} open={sent} />
        </section>
      ) : null}
    </PlanPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
