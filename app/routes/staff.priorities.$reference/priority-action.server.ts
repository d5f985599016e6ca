import { z } from "zod";
import { meetingPlanSchema } from "#app/components/staff/meeting-plan-schema.ts";
import type { Permission } from "#app/domain/permissions.ts";
import type { Refused } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { declineReasons, reviewOutcomes } from "#app/domain/priority/accept.ts";
import { paths } from "#app/paths.ts";
import { conveneConfirmation } from "#app/services/panel/convene-confirmation.server.ts";
import { acceptPriority } from "#app/services/priority/accept-priority.server.ts";
import { declinePriority } from "#app/services/priority/decline-priority.server.ts";
import { reviewRefusal } from "#app/services/priority/review-refusal.server.ts";
import type { Priority } from "#db/queries/priority.ts";
import type { Db } from "#db/types.ts";

const mostCharacters = 1_000;
const words = z
  .string()
  .trim()
  .max(mostCharacters, `Write ${mostCharacters} characters or fewer`)
  .default("");
const version = z.coerce.number().int();

/** What the forms of a priority's page send. */
export const priorityActionSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("accept"), version }),
  z.object({
    intent: z.literal("decline"),
    version,
    reason: z.enum(declineReasons).optional(),
    words,
    referredTo: words,
  }),
  z.object({ intent: z.literal("review"), version, outcome: z.enum(reviewOutcomes).optional(), words }),
  meetingPlanSchema.extend({ intent: z.literal("confirm") }),
]);
export type PriorityAction = z.output<typeof priorityActionSchema>;

export const permissionFor: Readonly<Record<PriorityAction["intent"], Permission>> = {
  accept: "priority:accept",
  decline: "priority:accept",
  review: "priority:review",
  confirm: "panel:convene",
};

/** Does what one of the forms asks for, and where to go on to; null where the priority is not the actor's. */
export async function doPriorityAction(
  deps: { db: Db; now: Date },
  actor: Actor,
  { id: priorityId, reference }: Priority,
  asked: PriorityAction,
): Promise<{ ok: true; to: string } | Refused | null> {
  if (asked.intent === "confirm") {
    const { format, heldOn, writtenVoteDays } = asked;
    const opened = await conveneConfirmation(deps, actor, { priorityId, format, heldOn, writtenVoteDays });
    return opened?.ok === true ? { ok: true, to: paths.staff.panel(opened.id) } : opened;
  }
  const change = await answer(deps, actor, reference, asked);
  return change?.ok === true ? { ok: true, to: paths.staff.priority(reference, asked.intent) } : change;
}

function answer(
  deps: { db: Db; now: Date },
  actor: Actor,
  reference: string,
  asked: Exclude<PriorityAction, { intent: "confirm" }>,
) {
  switch (asked.intent) {
    case "accept":
      return acceptPriority(deps, actor, { reference, version: asked.version });
    case "decline":
      return declinePriority(deps, actor, {
        reference,
        version: asked.version,
        reason: asked.reason ?? null,
        words: asked.words,
        referredTo: asked.referredTo === "" ? null : asked.referredTo,
      });
    case "review":
      return reviewRefusal(deps, actor, {
        reference,
        version: asked.version,
        outcome: asked.outcome ?? null,
        words: asked.words,
      });
  }
}
