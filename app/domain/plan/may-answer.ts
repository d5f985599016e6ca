import { can, type Actor } from "#app/domain/actor.ts";

/** Where an action belongs, and whose it is. */
export interface ActionPlace {
  neighbourhoodId: string;
  ownerId: string | null;
  /** Null for the police. */
  agencyId: string | null;
}

/** Whether somebody may say what came of an action: staff who write in the plan, whoever owns it, a partner whose agency it is. */
export const mayAnswerAction = (actor: Actor, { neighbourhoodId, ownerId, agencyId }: ActionPlace): boolean =>
  can(actor, "plan:write", { neighbourhoodId }) ||
  (actor.kind === "staff" && ownerId !== null && ownerId === actor.accountId) ||
  (agencyId !== null && can(actor, "plan:read-own-actions", { agencyId }));
