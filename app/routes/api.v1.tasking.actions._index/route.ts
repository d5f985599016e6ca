import type { LoaderFunctionArgs } from "@remix-run/node";
import { agencyActionJson, agencyJson, agencyProblem, requireAgencyKey } from "#app/agency-api.server.ts";
import { nothingMissedSince, placeInWords, readApiFilter } from "#app/domain/tasking/api-filter.ts";
import { paths } from "#app/paths.ts";
import { readAgencyActions } from "#app/services/tasking/read-agency-actions.server.ts";

/** GET /api/v1/tasking/actions: what was asked of the agency whose key it is, by when it changed. */
export async function loader(args: LoaderFunctionArgs) {
  const holder = await requireAgencyKey(args);
  const { request, context } = args;
  const params = new URL(request.url).searchParams;
  const asked = readApiFilter(params);
  if (!asked.ok) return agencyProblem("bad-request", { detail: asked.detail });
  const { actions, hasMore } = await readAgencyActions(context, holder, asked.filter);
  const last = actions.at(-1);
  if (hasMore && last !== undefined) params.set("after", placeInWords(last));
  return agencyJson({
    actions: actions.map((action) => agencyActionJson(action, context)),
    askAgainSince: nothingMissedSince(context.now).toISOString(),
    next: hasMore ? `${context.publicUrl}${paths.api.taskingActions(params.toString())}` : null,
  });
}

/** Nothing is added here: actions are given in meetings. */
export async function action(args: LoaderFunctionArgs) {
  await requireAgencyKey(args);
  return agencyProblem("method-not-allowed", {}, { Allow: "GET, HEAD" });
}
