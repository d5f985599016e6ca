import { can, scopeOf, type Actor, type Scope } from "#app/domain/actor.ts";
import type { Permission } from "#app/domain/permissions.ts";
import type { ImprovementState } from "./words.ts";

/** Each of these opens the improvements of an area. */
export const improvementReaders = [
  "abstraction:oversee",
  "abstraction:read",
] as const satisfies readonly Permission[];

/** Where an actor reads improvements; null where nowhere. */
export function improvementScopeOf(actor: Actor): Scope | null {
  const scopes = improvementReaders.flatMap((permission) => scopeOf(actor, permission) ?? []);
  const [first] = scopes;
  return first === undefined
    ? null
    : {
        ...first,
        isForce: scopes.some(({ isForce }) => isForce),
        neighbourhoodIds: [...new Set(scopes.flatMap(({ neighbourhoodIds }) => neighbourhoodIds))],
      };
}

interface OfTeam {
  /** Those that the team serves. */
  neighbourhoodIds: readonly string[];
}

const reaches = (actor: Actor, permission: Permission, { neighbourhoodIds }: OfTeam) =>
  neighbourhoodIds.some((neighbourhoodId) => can(actor, permission, { neighbourhoodId }));

/** Whether an actor reads the improvement of a team: theirs is any that serves a neighbourhood of their area. */
export const mayReadImprovement = (actor: Actor, team: OfTeam): boolean =>
  improvementReaders.some((permission) => reaches(actor, permission, team));

/**
 * Whether an actor writes in it: the inspector and the commander of the area, and a chief officer once it was escalated
 * to them.
 */
export function mayWriteImprovement(
  actor: Actor,
  team: OfTeam & { state: ImprovementState; wasEscalated: boolean },
): boolean {
  if (team.wasEscalated || team.state === "escalated") return reaches(actor, "abstraction:oversee", team);
  const others = actor.roles.filter(({ role }) => role !== "chief-officer");
  return reaches({ ...actor, roles: others }, "abstraction:oversee", team);
}
