import { can, type Actor, type Whereabouts } from "#app/domain/actor.ts";
import type { Permission } from "#app/domain/permissions.ts";

/** Who says what a plan is measured by, and types in its figures: whoever writes in it, and the analyst. */
export const measurers: readonly Permission[] = ["plan:write", "plan:analyse"];

export const mayMeasure = (actor: Actor, where: Whereabouts): boolean =>
  measurers.some((permission) => can(actor, permission, where));
