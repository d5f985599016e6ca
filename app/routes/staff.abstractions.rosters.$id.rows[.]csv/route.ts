import type { LoaderFunctionArgs } from "@remix-run/node";
import { rosterRowStates } from "#app/domain/abstraction/words.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { exportRosterRows } from "#app/services/roster/export-rows.server.ts";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context }, "roster:import");
  const asked = new URL(request.url).searchParams.get("state");
  const state = rosterRowStates.find((one) => one === asked) ?? "refused";
  const csv = await exportRosterRows(context, actor, { id: params["id"] ?? "", state });
  if (csv === null) throw notFound();
  return new Response(csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="roster-${state}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
