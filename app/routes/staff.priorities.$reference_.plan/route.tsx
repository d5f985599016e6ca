import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { PlanPage } from "#app/components/plan/plan-page.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { planFields } from "#app/domain/plan/fields.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { visitPlan } from "#app/plan-guard.server.ts";
import { fieldsOf } from "#db/queries/plan.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Plan", description: "How a priority is worked on.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { frame, head, found } = await visitPlan(args, "plan:read", (tx, { plan }) => fieldsOf(tx, plan.id));
  return privatePage({ frame, head, fields: found });
}

export default function Plan() {
  const { frame, head, fields } = useLoaderData<typeof loader>();
  return (
    <PlanPage frame={frame} head={head} title="Plan">
      <SummaryList rows={fields.map(({ name, value }) => ({ term: planFields[name].label, value }))} />
    </PlanPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
