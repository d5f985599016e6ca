import type { AppLoadContext } from "@remix-run/node";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { keyOfHeader } from "#app/domain/agency/key-header.ts";
import { taskingActionKindWords, taskingActionStateWords } from "#app/domain/tasking/action.ts";
import { taskingStandingOf } from "#app/domain/tasking/lateness.ts";
import { markingWords } from "#app/domain/tasking/marking.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { problemMediaType, problemOf, type ProblemKind } from "#app/problem.ts";
import { useAgencyKey, type KeyHolder } from "#app/services/agency/use-agency-key.server.ts";
import type { ShutAgreement } from "#db/queries/agreement-standing.ts";
import type { AgencyAction } from "#db/queries/tasking-agency-action.ts";

// An agency's own system keeps what it needs; nothing between it and us does.
const kept = { "Cache-Control": "private, no-store" };

/** The guard of what an agency's own system works: its key, and a live agreement. No session opens it. */
export async function requireAgencyKey({
  request,
  context,
}: {
  request: Request;
  context: AppLoadContext;
}): Promise<KeyHolder> {
  const key = keyOfHeader(request.headers.get("Authorization"));
  const use = key === null ? ({ kind: "unknown" } as const) : await useAgencyKey(context, key);
  switch (use.kind) {
    case "open":
      return use.holder;
    case "unknown":
      throw agencyProblem(
        "key-needed",
        { detail: "This key is not known, or it has ended." },
        { "WWW-Authenticate": "Bearer" },
      );
    case "too-many":
      throw agencyProblem(
        "too-many-requests",
        { detail: `Try again in ${use.retryAfterSeconds} seconds.` },
        { "Retry-After": String(use.retryAfterSeconds) },
      );
    case "shut":
      throw agencyProblem("agreement-lapsed", lapsedMembers(use.agreement));
  }
}

const lapsedMembers = (agreement: ShutAgreement | null) =>
  agreement === null
    ? { since: null, detail: "Your agency is party to no information-sharing agreement." }
    : {
        since: agreement.since,
        agreement: agreement.reference,
        detail:
          `Information-sharing agreement ${agreement.reference} has not held for your agency since ` +
          `${dayInWords(agreement.since)}. Ask the force’s data protection officer.`,
      };

export const agencyProblem = (
  kind: ProblemKind,
  members: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Response => {
  const body = problemOf(kind, members);
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: { "Content-Type": problemMediaType, ...kept, ...headers },
  });
};

export const agencyJson = (body: Readonly<Record<string, unknown>>): Response =>
  new Response(JSON.stringify({ marking: markingWords["official-sensitive"], ...body }), {
    headers: { "Content-Type": "application/json; charset=utf-8", ...kept },
  });

/** An action as an agency's own system reads it. */
export const agencyActionJson = (
  { groupCode, groupName, number, priorityReference, priorityTitle, ...action }: AgencyAction,
  { now, publicUrl }: Pick<AppLoadContext, "now" | "publicUrl">,
) => ({
  ...action,
  number: `${groupCode}-${number}`,
  group: { code: groupCode, name: groupName },
  kindWords: taskingActionKindWords[action.kind],
  stateWords: taskingActionStateWords[action.state],
  isLate: taskingStandingOf(action, londonDay(now)) === "late",
  priority:
    priorityReference === null
      ? null
      : {
          reference: priorityReference,
          title: priorityTitle,
          page: `${publicUrl}${paths.priority(priorityReference)}`,
        },
  links: {
    self: `${publicUrl}${paths.api.taskingAction(action.id)}`,
    page: `${publicUrl}${paths.partners.asked(action.id)}`,
  },
});
