import type { Area } from "#app/domain/actor.ts";
import type { AreaKind } from "./account.ts";

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

// The smallest first: a section with one team is called by the team.
const named = ["team", "section", "partnership", "bcu"] as const;
const mostNames = 4;

function wholeAreaOf(ids: ReadonlySet<string>, placed: readonly PlacedNeighbourhood[]): string | null {
  const first = placed.find(({ neighbourhoodId }) => ids.has(neighbourhoodId));
  if (first === undefined) return null;
  for (const kind of named) {
    const inside = placed.filter((one) => one[kind].code === first[kind].code);
    if (inside.length === ids.size && inside.every(({ neighbourhoodId }) => ids.has(neighbourhoodId)))
      return areaInWords({ kind, name: first[kind].name });
  }
  return null;
}

/** The area of a held role in words: one that has a name by that, a few neighbourhoods by theirs, more by their number. */
export function heldAreaInWords(area: Area, placed: readonly PlacedNeighbourhood[]): string {
  if (area === "force") return "Whole force";
  const ids = new Set(area.neighbourhoodIds);
  const names = placed.filter(({ neighbourhoodId }) => ids.has(neighbourhoodId)).map(({ name }) => name);
  if (ids.size === 0) return "No neighbourhood today";
  if (ids.size === 1) return names[0] ?? "1 neighbourhood";
  const whole = wholeAreaOf(ids, placed);
  if (whole !== null) return whole;
  return names.length === ids.size && names.length <= mostNames
    ? names.join(", ")
    : `${ids.size} neighbourhoods`;
}
