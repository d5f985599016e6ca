import type { Permission } from "#app/domain/permissions.ts";
import { can, type Actor } from "#app/domain/actor.ts";

/** What every service that changes people asks first. A page has asked before: to come here without is a bug. */
export function mustBeAllowed(actor: Actor, permission: Permission): void {
  if (!can(actor, permission)) throw new Error(`An actor without ${permission} came to a service.`);
}
