import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { can } from "#app/domain/actor.ts";
import { planParts, slugOfStage } from "#app/domain/plan/parts.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { shownFieldsOf } from "#app/plan-fields.server.ts";
import { planFormSchema, sentFieldsOf } from "#app/plan-form.server.ts";
import { visitPlan } from "#app/plan-guard.server.ts";
import { keyedHash } from "#app/services/keys/keys.server.ts";
import { readFacts } from "#app/services/plan/read-facts.server.ts";
import { savePlan } from "#app/services/plan/save-plan.server.ts";
import { practiceFor } from "#db/queries/public-practice.ts";
import { wholePlan } from "./part-links.tsx";
import { PlanEditor } from "./plan-editor.tsx";
import { PlanReading } from "./plan-reading.tsx";
import { troublesOf } from "./troubles-of.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Plan", description: "How a priority is worked on.", path: null });

export const headers = pageHeaders;

const mostSuggested = 3;

export async function loader(args: LoaderFunctionArgs) {
  const { visit, frame, head, found } = await visitPlan(
    args,
    "plan:read",
    async (tx, { plan, priority }, visit) => {
      // Whoever reads the public layer alone cannot tell what is missing.
      const facts = visit.actor.kind === "staff" ? await readFacts(tx, plan) : null;
      return {
        fields: await shownFieldsOf(tx, plan.id, visit),
        gate: facts && { involvedIn: [...facts.involvedIn], actions: facts.actions },
        practice: {
          category: priority.category,
          items: await practiceFor(tx, priority.category, mostSuggested),
        },
        mayWrite: plan.stage !== "closed" && can(visit.actor, "plan:write", priority),
      };
    },
  );
  const asked = new URL(args.request.url).searchParams;
  const slugs = [...planParts.map(({ slug }) => slug), wholePlan];
  return privatePage({
    frame,
    head,
    ...found,
    part: slugs.find((slug) => slug === asked.get("part")) ?? slugOfStage(head.stage),
    mark: keyedHash(args.context.keys.links, "plan-drafts", visit.actor.accountId ?? "").slice(0, 24),
    isSaved: asked.get("done") === "saved",
  });
}

export async function action(args: ActionFunctionArgs) {
  const { visit, head } = await visitPlan(args, "plan:write", () => Promise.resolve(null));
  const { context, request } = args;
  const form = await readForm(request, planFormSchema);
  if (!form.ok) return badForm(context, form.reply, { troubles: [] });
  const sent = sentFieldsOf(form.value);
  const saved = await savePlan(context, visit.actor, head.reference, sent);
  if (saved === null) throw notFound();
  const troubles = troublesOf(sent, saved);
  if (troubles.length > 0) return badForm(context, form.refuse({}), { troubles });
  const part = new URL(request.url).searchParams.get("part") ?? slugOfStage(head.stage);
  return redirect(paths.staff.planPart(head.reference, encodeURIComponent(part), "saved"));
}

export default function Plan() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return view.mayWrite ? (
    <PlanEditor view={view} troubles={refused?.troubles ?? []} />
  ) : (
    <PlanReading view={view} />
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
