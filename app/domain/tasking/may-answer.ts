import { can, scopeOf, type Actor } from "#app/domain/actor.ts";
import type { AgencyKind } from "#app/domain/agency/agency.ts";
import { isTaskingActionOpen, type TaskingActionState } from "./action.ts";
import { mayRecord, type LedGroup } from "./reading.ts";

/** An action as far as it decides who answers it. */
export interface AnsweredBy {
  action: { agencyId: string; ownerId: string | null };
  group: LedGroup;
  agency: { kind: AgencyKind };
}

/**
 * Whether somebody may say what came of an action: whoever speaks for its agency, the officer whose it is, and for the
 * police whoever records for the group. What others do is theirs to say, or the meeting's.
 */
export const mayAnswerTasking = (actor: Actor, { action, group, agency }: AnsweredBy): boolean =>
  can(actor, "tasking:read-own-meetings", { agencyId: action.agencyId }) ||
  (actor.kind === "staff" && action.ownerId !== null && action.ownerId === actor.accountId) ||
  (actor.kind === "staff" && agency.kind === "police" && mayRecord(actor, group));

/** Whether an officer may make an action that they read their own: one of the police that nobody has, and that is open. */
export const mayTakeOn = (
  actor: Actor,
  {
    action,
    agency,
  }: { action: { ownerId: string | null; state: TaskingActionState }; agency: AnsweredBy["agency"] },
): boolean =>
  actor.kind === "staff" &&
  (scopeOf(actor, "plan:write") !== null || scopeOf(actor, "tasking:write") !== null) &&
  agency.kind === "police" &&
  action.ownerId === null &&
  isTaskingActionOpen(action.state);
