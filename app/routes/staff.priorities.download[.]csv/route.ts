import type { LoaderFunctionArgs } from "@remix-run/node";
import { readOverviewFilter } from "#app/components/priority/overview-filter.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { requireFreshActor } from "#app/guards.server.ts";
import { askedTooOften } from "#app/http.server.ts";
import { exportOverview } from "#app/services/priority/export-overview.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireFreshActor({ request, context }, "priority:read-overview");
  const exported = await exportOverview(
    context,
    actor,
    readOverviewFilter(new URL(request.url).searchParams),
  );
  if (!exported.ok) return askedTooOften(exported.retryAfterSeconds);
  return new Response(exported.csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="priorities-${londonDay(context.now)}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
