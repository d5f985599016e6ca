import type { Role } from "#app/domain/access.ts";
import type { Area } from "#app/domain/actor.ts";
import type { AreaKind } from "./account.ts";
import { roleWords } from "./role-words.ts";

/** An area that a role can be given for. `id` is null for the whole force. */
export interface NamedArea {
  kind: AreaKind;
  id: string | null;
  name: string;
}

const kindWords: Readonly<Record<AreaKind, string>> = {
  force: "",
  bcu: "BCU",
  section: "section",
  partnership: "partnership",
  team: "team",
  neighbourhood: "neighbourhood",
};

/** What one area of a kind is called in a sentence: "a section", "the whole force". */
export const areaKindInWords = (kind: AreaKind): string =>
  kind === "force" ? "the whole force" : `a ${kindWords[kind]}`;

const saysItself = /\b(BCU|section|partnership|team|SNT)$/i;

/** An area by name: "Buxton section", "Whole force". A name that says what it is stands as it is. */
export function areaInWords({ kind, name }: Pick<NamedArea, "kind" | "name">): string {
  if (kind === "force") return "Whole force";
  if (kind === "neighbourhood" || saysItself.test(name)) return name;
  return `${name} ${kindWords[kind]}`;
}

/** Where a neighbourhood stands, as far as areas are named by it. */
export interface PlacedNeighbourhood {
  neighbourhoodId: string;
  name: string;
  bcu: { code: string; name: string };
  section: { code: string; name: string };
  partnership: { code: string; name: string };
  team: { code: string; name: string };
}

const named = ["team", "section", "partnership", "bcu"] as const;
const mostNames = 4;

/** What a role is usually given for, where one set of neighbourhoods has two names: a section of one team, say. */
const usual: Partial<Record<Role, (typeof named)[number]>> = {
  inspector: "section",
  commander: "bcu",
  partner: "partnership",
  "partnership-chair": "partnership",
};

function wholeAreaOf(
  role: Role | undefined,
  ids: ReadonlySet<string>,
  placed: readonly PlacedNeighbourhood[],
): string | null {
  const one = placed.find(({ neighbourhoodId }) => ids.has(neighbourhoodId));
  if (one === undefined) return null;
  const first = role === undefined ? undefined : usual[role];
  for (const kind of first === undefined ? named : [first, ...named]) {
    const inside = placed.filter((other) => other[kind].code === one[kind].code);
    if (inside.length === ids.size && inside.every(({ neighbourhoodId }) => ids.has(neighbourhoodId)))
      return areaInWords({ kind, name: one[kind].name });
  }
  return null;
}

/** The area of a held role in words: one that has a name by that, a few neighbourhoods by theirs, more by their number. */
export function heldAreaInWords(area: Area, placed: readonly PlacedNeighbourhood[], role?: Role): string {
  if (area === "force") return "Whole force";
  const ids = new Set(area.neighbourhoodIds);
  const names = placed.filter(({ neighbourhoodId }) => ids.has(neighbourhoodId)).map(({ name }) => name);
  if (ids.size === 0) return "No neighbourhood today";
  if (ids.size === 1) return names[0] ?? "1 neighbourhood";
  const whole = wholeAreaOf(role, ids, placed);
  if (whole !== null) return whole;
  return names.length === ids.size && names.length <= mostNames
    ? names.join(", ")
    : `${ids.size} neighbourhoods`;
}

/** The roles somebody holds, each with its area, once: a deputy may hold the same by two ways. */
export const heldRolesInWords = (
  held: readonly { role: Role; area: Area }[],
  placed: readonly PlacedNeighbourhood[],
): string[] => [
  ...new Set(held.map(({ role, area }) => `${roleWords[role]}: ${heldAreaInWords(area, placed, role)}`)),
];
