import type { LoaderFunctionArgs } from "@remix-run/node";
import { readActionFilter } from "#app/domain/tasking/action-filter.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { requireFreshActor } from "#app/guards.server.ts";
import { askedTooOften } from "#app/http.server.ts";
import { exportTaskingActions } from "#app/services/tasking/export-actions.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireFreshActor({ request, context }, "tasking:read");
  const filter = readActionFilter(new URL(request.url).searchParams);
  const exported = await exportTaskingActions(context, actor, filter);
  if (!exported.ok) return askedTooOften(exported.retryAfterSeconds);
  return new Response(exported.csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="actions-${londonDay(context.now)}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
