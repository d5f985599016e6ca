import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { ShownField } from "#app/domain/plan/editing.ts";
import type { FieldProblem } from "#app/domain/plan/save.ts";
import { readForm } from "#app/forms.server.ts";
import type { Visit } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { shownFieldsOf } from "#app/plan-fields.server.ts";
import { planFormSchema, sentFieldsOf } from "#app/plan-form.server.ts";
import { visitPlan } from "#app/plan-guard.server.ts";
import type { HeldPlan } from "#app/services/plan/change-plan.server.ts";
import { savePlan } from "#app/services/plan/save-plan.server.ts";
import type { Db } from "#db/types.ts";

/**
 * How the fields of a plan stand, for a page that is open: what others write in them appears there. Versions only rise,
 * so a page that knows their sum knows the fields.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { found } = await visitPlan(args, "plan:read", readFields);
  const known = new URL(args.request.url).searchParams.get("known");
  const sum = found.reduce((total, { version }) => total + version, 0);
  return answer(known === String(sum) ? [] : found, args.context.now);
}

/** Takes the fields in which somebody is writing, as they go. */
export async function action(args: ActionFunctionArgs) {
  const { visit } = await visitPlan(args, "plan:write", readFields);
  const { context, request, params } = args;
  const form = await readForm(request, planFormSchema);
  if (!form.ok) return Response.json({ fields: [], problems: [] }, { status: 400 });
  const saved = await savePlan(context, visit.actor, params["reference"] ?? "", sentFieldsOf(form.value));
  if (saved === null) throw notFound();
  const { found } = await visitPlan(args, "plan:write", readFields);
  return answer(found, context.now, saved.problems);
}

const readFields = (tx: Db, { plan }: HeldPlan, visit: Visit) => shownFieldsOf(tx, plan.id, visit);

const clock = new Intl.DateTimeFormat("en-GB", {
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "Europe/London",
});

const answer = (fields: readonly ShownField[], now: Date, problems: readonly FieldProblem[] = []) =>
  Response.json(
    { fields, problems, at: clock.format(now) },
    { headers: { "Cache-Control": "private, no-store" } },
  );
