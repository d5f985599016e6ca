import type { LoaderFunctionArgs } from "@remix-run/node";
import { readExtractFilter } from "#app/components/tasking/extract-filter.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { requireFreshActor } from "#app/guards.server.ts";
import { askedTooOften } from "#app/http.server.ts";
import { exportExtract } from "#app/services/tasking/export-extract.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireFreshActor({ request, context }, "tasking:read");
  const exported = await exportExtract(context, actor, readExtractFilter(new URL(request.url).searchParams));
  if (!exported.ok) return askedTooOften(exported.retryAfterSeconds);
  return new Response(exported.csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="strategic-extract-${londonDay(context.now)}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
