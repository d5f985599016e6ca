import type { LoaderFunctionArgs } from "@remix-run/node";
import { readAreaName } from "#app/domain/abstraction/area.ts";
import { monthInAddress, readMonth } from "#app/domain/abstraction/month-asked.ts";
import { rateReaders } from "#app/domain/abstraction/reading.ts";
import { requireFreshActorOfAny } from "#app/guards.server.ts";
import { askedTooOften, notFound } from "#app/http.server.ts";
import { exportRates } from "#app/services/abstraction/export-rates.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireFreshActorOfAny({ request, context }, rateReaders);
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get("area");
  const name = asked === null ? null : readAreaName(asked);
  // What makes no sense would download something else than was asked for.
  if (asked !== null && name === null) throw notFound();
  const month = readMonth(searchParams.get("month"), context.now);
  const exported = await exportRates(context, actor, { name, month });
  if (!exported.ok) {
    if (exported.reason === "not-found") throw notFound();
    return askedTooOften(exported.retryAfterSeconds);
  }
  return new Response(exported.csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="abstraction-rates-${monthInAddress(month)}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
