import { grants, type Reach, type Role } from "./access.ts";
import type { Permission } from "./permissions.ts";

/** The neighbourhoods a role was given for. */
export type Area = "force" | { neighbourhoodIds: readonly string[] };

/** A role that somebody holds today. `agencyId` is the agency a partner speaks for. */
export interface HeldRole {
  role: Role;
  area: Area;
  agencyId: string | null;
}

/** Who is acting: a person with their roles of this moment, a visitor, or the platform itself. */
export interface Actor {
  kind: "visitor" | "resident" | "staff" | "member" | "system";
  accountId: string | null;
  sessionId: string | null;
  /** Names the request in the log and in the audit record. */
  requestId: string | null;
  roles: readonly HeldRole[];
}

/** Where or whose something is, as far as a permission depends on it. */
export interface Whereabouts {
  neighbourhoodId?: string | null;
  agencyId?: string | null;
  ownerId?: string | null;
}

/** What a permission reaches for one actor; every query that shows restricted rows takes one. */
export interface Scope {
  isForce: boolean;
  neighbourhoodIds: readonly string[];
  agencyIds: readonly string[];
  accountId: string | null;
}

const reaches: readonly Reach[] = ["own", "agency", "area", "force"];
const reachesOf = (role: Role, permission: Permission) =>
  reaches.filter((reach) => grants[role][reach]?.includes(permission) === true);

// Residents decide. Whoever speaks for the police or an agency does not, in any other capacity either.
const residentsOnly: readonly Permission[] = ["ballot:cast", "feedback:give", "panel:vote"];
const residentRoles: readonly Role[] = ["visitor", "resident", "kin-member", "panel-member"];
const speaksForAnAgency = (actor: Actor) => actor.roles.some(({ role }) => !residentRoles.includes(role));

/** What a permission reaches for an actor, over all their roles; null when they lack it. */
export function scopeOf(actor: Actor, permission: Permission): Scope | null {
  if (residentsOnly.includes(permission) && (actor.kind === "system" || speaksForAnAgency(actor)))
    return null;
  if (actor.kind === "system") return { isForce: true, neighbourhoodIds: [], agencyIds: [], accountId: null };
  let isForce = false;
  let isOwn = false;
  const neighbourhoodIds = new Set<string>();
  const agencyIds = new Set<string>();
  for (const { role, area, agencyId } of actor.roles) {
    for (const reach of reachesOf(role, permission)) {
      if (reach === "force" || (reach === "area" && area === "force")) isForce = true;
      else if (reach === "area" && area !== "force")
        area.neighbourhoodIds.forEach((id) => neighbourhoodIds.add(id));
      else if (reach === "agency" && agencyId !== null) agencyIds.add(agencyId);
      else if (reach === "own") isOwn = true;
    }
  }
  const isNothing = !isForce && !isOwn && neighbourhoodIds.size === 0 && agencyIds.size === 0;
  return isNothing
    ? null
    : {
        isForce,
        neighbourhoodIds: [...neighbourhoodIds],
        agencyIds: [...agencyIds],
        accountId: isOwn ? actor.accountId : null,
      };
}

/** Whether an actor may do this here, or, with no place given, anywhere at all (what screens offer). */
export function can(actor: Actor, permission: Permission, where?: Whereabouts): boolean {
  const scope = scopeOf(actor, permission);
  if (scope === null || where === undefined || scope.isForce) return scope !== null;
  const { neighbourhoodId, agencyId, ownerId } = where;
  return (
    (neighbourhoodId != null && scope.neighbourhoodIds.includes(neighbourhoodId)) ||
    (agencyId != null && scope.agencyIds.includes(agencyId)) ||
    (ownerId != null && scope.accountId !== null && scope.accountId === ownerId)
  );
}

/**
 * Whether an actor may take a step that must not be taken by the accounts behind `earlier` steps: whoever asked for an
 * officer does not authorise it, whom an item is about does not moderate it alone, whoever entered ballots does not
 * certify their count.
 */
export const isSeparate = (actor: Actor, earlier: readonly (string | null)[]): boolean =>
  actor.accountId !== null && !earlier.includes(actor.accountId);

/** Anyone, before they have said who they are. */
export const visitor = (requestId: string | null = null): Actor => ({
  kind: "visitor",
  accountId: null,
  sessionId: null,
  requestId,
  roles: [{ role: "visitor", area: "force", agencyId: null }],
});

/** The platform itself: signing people in, background work, the command line. */
export const platform = (requestId: string | null = null): Actor => ({
  kind: "system",
  accountId: null,
  sessionId: null,
  requestId,
  roles: [],
});
