import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { readAuditQuestion } from "#app/components/staff/audit-filter-schema.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { requireFreshActor } from "#app/guards.server.ts";
import { askedTooOften } from "#app/http.server.ts";
import { exportAudit } from "#app/services/account/export-audit.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireFreshActor({ request, context }, "audit:read");
  const { filter, errors } = readAuditQuestion(new URL(request.url).searchParams);
  // A wrong filter would download more than was asked for.
  if (Object.keys(errors).length > 0) throw data({ message: "This search has a mistake" }, { status: 400 });
  const exported = await exportAudit(context, actor, filter);
  if (!exported.ok) return askedTooOften(exported.retryAfterSeconds);
  return new Response(exported.csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="audit-record-${londonDay(context.now)}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
