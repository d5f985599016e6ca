import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { agencyActionJson, agencyJson, agencyProblem, requireAgencyKey } from "#app/agency-api.server.ts";
import { readAgencyAction } from "#app/services/tasking/read-agency-actions.server.ts";
import { answerTaskingAction } from "#app/services/tasking/answer-action.server.ts";
import { answerInWords, answerSchema, answerOf } from "./answer-schema.ts";

/** GET /api/v1/tasking/actions/:id: one action. */
export async function loader(args: LoaderFunctionArgs) {
  const holder = await requireAgencyKey(args);
  const { context, params } = args;
  const found = await readAgencyAction(context, holder, params["id"] ?? "");
  return found === null
    ? agencyProblem("not-found")
    : agencyJson({ action: agencyActionJson(found, context) });
}

/** POST /api/v1/tasking/actions/:id: what the agency says of it. Sent again, it is refused by its version. */
export async function action(args: ActionFunctionArgs) {
  const holder = await requireAgencyKey(args);
  const { request, context, params } = args;
  const id = params["id"] ?? "";
  const read = answerSchema.safeParse(await request.json().catch(() => null));
  if (!read.success) return agencyProblem("bad-request", { detail: answerInWords });
  const { version, ...said } = answerOf(read.data);
  const change = await answerTaskingAction(context, holder.actor, {
    ...said,
    version,
    actionId: id,
    keyId: holder.keyId,
  });
  const found = change === null ? null : await readAgencyAction(context, holder, id);
  if (change === null || found === null) return agencyProblem("not-found");
  if (change.ok) return agencyJson({ action: agencyActionJson(found, context) });
  const ofAll = change.errors.filter(({ field }) => field === "form");
  return ofAll.length > 0 || found.version !== version
    ? agencyProblem("conflict", {
        detail: "Read it again, and answer with the version that it has now.",
        version: found.version,
        state: found.state,
      })
    : agencyProblem("not-accepted", { errors: change.errors });
}
