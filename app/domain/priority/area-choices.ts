import type { overviewAreaKinds, OverviewPlace } from "./overview.ts";

/** Areas to choose from, as groups of a list: "bcu:code" and the rest. */
export type AreaChoices = { label: string; items: { value: string; words: string }[] }[];

type Kind = (typeof overviewAreaKinds)[number];

const groups: readonly { label: string; kind: Kind }[] = [
  { label: "BCUs", kind: "bcu" },
  { label: "Sections", kind: "section" },
  { label: "Teams", kind: "team" },
  { label: "Neighbourhoods", kind: "neighbourhood" },
];

const areaOf = (place: OverviewPlace, kind: Kind) =>
  kind === "neighbourhood" ? { code: place.slug, name: place.name } : place[kind];

/** The areas that some neighbourhoods lie in, the widest first, each kind by name. */
export const areaChoicesOf = (places: readonly OverviewPlace[]): AreaChoices =>
  groups.map(({ label, kind }) => ({
    label,
    items: [...new Map(places.map((place) => areaOf(place, kind)).map(({ code, name }) => [code, name]))]
      .map(([code, name]) => ({ value: `${kind}:${code}`, words: name }))
      .sort((a, b) => a.words.localeCompare(b.words, "en-GB")),
  }));
