import type { AreaKind } from "#app/domain/account/account.ts";
import type { Scope } from "#app/domain/actor.ts";

/** The kinds of area a member is invited for. */
export const memberAreaKinds = [
  "force",
  "partnership",
  "team",
  "neighbourhood",
] as const satisfies readonly AreaKind[];
export type MemberAreaKind = (typeof memberAreaKinds)[number];

/** An area by its kind and id; the force has no id. */
export interface AreaName {
  kind: AreaKind;
  id: string | null;
}

/** Where a neighbourhood stands, as far as members' areas need it. */
export interface PlacedNeighbourhood {
  neighbourhoodId: string;
  name: string;
  teamId: string;
  teamName: string;
  partnershipId: string;
  partnershipName: string;
}

export interface OfferedArea extends AreaName {
  kind: MemberAreaKind;
  name: string;
}

const groups = [
  { kind: "partnership", id: "partnershipId", name: "partnershipName" },
  { kind: "team", id: "teamId", name: "teamName" },
] as const;

/** The areas that lie wholly within a scope, the widest first, each kind by name. */
export function areasWithin(placed: readonly PlacedNeighbourhood[], scope: Scope): OfferedArea[] {
  const isIn = ({ neighbourhoodId }: PlacedNeighbourhood) =>
    scope.isForce || scope.neighbourhoodIds.includes(neighbourhoodId);
  const offered: OfferedArea[] = scope.isForce ? [{ kind: "force", id: null, name: "The whole force" }] : [];
  for (const { kind, id, name } of groups) {
    const outside = new Set(placed.filter((one) => !isIn(one)).map((one) => one[id]));
    const within = new Map(placed.filter((one) => !outside.has(one[id])).map((one) => [one[id], one[name]]));
    offered.push(...byName([...within].map(([areaId, areaName]) => ({ kind, id: areaId, name: areaName }))));
  }
  const own = placed.filter(isIn);
  offered.push(
    ...byName(own.map(({ neighbourhoodId, name }) => ({ kind: "neighbourhood", id: neighbourhoodId, name }))),
  );
  return offered;
}

const byName = (areas: OfferedArea[]) => areas.sort((a, b) => a.name.localeCompare(b.name, "en-GB"));

const shape = /^(force|partnership|team|neighbourhood)(?::([0-9a-f-]{36}))?$/;

/** An area as one value of a form, "team:…". */
export const areaValue = ({ kind, id }: AreaName): string => (id === null ? kind : `${kind}:${id}`);

/** The area among those offered that a form names, or null. */
export const areaOf = (offered: readonly OfferedArea[], value: string): OfferedArea | null =>
  shape.test(value) ? (offered.find((area) => areaValue(area) === value) ?? null) : null;
