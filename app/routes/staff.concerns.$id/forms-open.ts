import { can, type Actor } from "#app/domain/actor.ts";
import { stepsOpenTo } from "#app/domain/concern/deciding.ts";
import type { ConcernState, ConcernStep } from "#app/domain/concern/states.ts";
import type { Intent } from "./decision-schema.ts";

const steps: Readonly<Record<Exclude<Intent, "approve">, readonly ConcernStep[]>> = {
  publish: ["publish"],
  return: ["return"],
  merge: ["merge"],
  answer: ["answer"],
  refer: ["refer"],
  reject: ["reject", "take-down"],
  divert: ["divert-crime"],
  appeal: ["uphold"],
};

interface ShownConcern {
  neighbourhoodId: string;
  state: ConcernState;
  publishedAt: Date | null;
  takenDownAt: Date | null;
}

/** Which forms a concern's page has for an actor. */
export function formsOpenTo(actor: Actor, concern: ShownConcern): Intent[] {
  const { neighbourhoodId, state, publishedAt, takenDownAt } = concern;
  const open = stepsOpenTo(actor, concern);
  const isPublic = publishedAt !== null && takenDownAt === null;
  const mayApprove = (["concern:approve-text", "concern:moderate"] as const).some((permission) =>
    can(actor, permission, { neighbourhoodId }),
  );
  const forms = (
    ["publish", "return", "merge", "answer", "refer", "reject", "divert", "appeal"] as const
  ).filter((intent) => steps[intent].some((step) => open.includes(step)));
  const isShown = ["published-candidate", "shortlisted", "adopted", "not-adopted"].includes(state);
  return isPublic && isShown && mayApprove ? ["approve", ...forms] : forms;
}
