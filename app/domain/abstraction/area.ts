const mostCharacters = 100;

/** What a rate is of, the widest first: each is a sum of those after it, never a mean of their rates. */
export const areaKinds = ["force", "bcu", "section", "team", "neighbourhood"] as const;
export type AreaKind = (typeof areaKinds)[number];

/** A part of the force as an address names it: "bcu:A", "neighbourhood:matlock"; a neighbourhood by its slug. */
export interface AreaName {
  kind: AreaKind;
  /** Empty for the force. */
  code: string;
}

/** A part of the force in the structure in force. */
export interface RateArea extends AreaName {
  /** Empty for the force. */
  id: string;
  name: string;
}

export const wholeForce: RateArea = { kind: "force", code: "", id: "", name: "The force" };

/** What a part of the force is divided into; null where nothing smaller has a rate. */
export const partsOf = (kind: AreaKind): AreaKind | null => areaKinds[areaKinds.indexOf(kind) + 1] ?? null;

export const areaInAddress = ({ kind, code }: AreaName): string =>
  kind === "force" ? kind : `${kind}:${code}`;

/** The area that an address asks for; null where it makes no sense. */
export function readAreaName(words: string): AreaName | null {
  const [named = "", ...rest] = words.split(":");
  const code = rest.join(":");
  const kind = areaKinds.find((one) => one === named);
  if (kind === undefined || words.length > mostCharacters) return null;
  return (kind === "force") === (code === "") ? { kind, code } : null;
}

export const areaKindWords: Readonly<Record<AreaKind, { one: string; many: string }>> = {
  force: { one: "Force", many: "Forces" },
  bcu: { one: "BCU", many: "BCUs" },
  section: { one: "Section", many: "Sections" },
  team: { one: "Team", many: "Teams" },
  neighbourhood: { one: "Neighbourhood", many: "Neighbourhoods" },
};
