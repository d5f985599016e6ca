import MiniSearch from "minisearch";
import type { Place } from "#app/domain/place/place.ts";
import type { FoundNeighbourhood } from "./answer.ts";
import type { FinderNeighbourhood, PlaceMatch } from "./finder.ts";

/** A bigger place is meant more often: these multiply the score of an equally good match. */
const kindBoost: Record<PlaceMatch["kind"], number> = {
  neighbourhood: 1.3,
  city: 1.5,
  town: 1.4,
  suburb: 1.1,
  village: 1,
  hamlet: 0.85,
  locality: 0.8,
};

const longestQuery = 100;

/** "Chapel-en-le-Frith" → chapel, en, le, frith; apostrophes and accents do not separate or count. */
const wordsOf = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’.]/g, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");

/**
 * Search over place and neighbourhood names, best first, that forgives about one wrong letter in four and
 * completes the last word. Every word must match; only when none does so is any word enough.
 */
export function createPlaceSearch(
  places: readonly Place[],
  neighbourhoods: readonly FinderNeighbourhood[],
  neighbourhoodAt: (lng: number, lat: number) => FoundNeighbourhood | null,
): (words: string, limit: number) => PlaceMatch[] {
  const matches: PlaceMatch[] = [
    ...neighbourhoods.map(({ slug, code, name, district, centre: [lng, lat] }): PlaceMatch => {
      return {
        name,
        kind: "neighbourhood",
        district,
        neighbourhood: { slug, code, name, district },
        lng,
        lat,
      };
    }),
    ...places.map(({ name, kind, lng, lat }): PlaceMatch => {
      const neighbourhood = neighbourhoodAt(lng, lat);
      return { name, kind, district: neighbourhood?.district ?? null, neighbourhood, lng, lat };
    }),
  ];
  const index = new MiniSearch<PlaceMatch & { id: number }>({
    fields: ["name"],
    tokenize: wordsOf,
    processTerm: (term) => term,
  });
  index.addAll(matches.map((match, id) => ({ ...match, id })));

  return (typed, limit) => {
    const words = wordsOf(typed.slice(0, longestQuery));
    if (words.length === 0) return [];
    const search = (combineWith: "AND" | "OR") =>
      index.search(words.join(" "), {
        combineWith,
        prefix: (word, position, all) => position === all.length - 1 && word.length > 1,
        fuzzy: (word) => (word.length > 3 ? 0.25 : false),
        boostDocument: (id: number) => {
          const match = matches[id];
          if (match === undefined) return 1;
          const isWhole = wordsOf(match.name).join(" ") === words.join(" ");
          return kindBoost[match.kind] * (isWhole ? 3 : 1);
        },
      });
    const all = search("AND");
    const found = (all.length > 0 ? all : search("OR")).flatMap(
      ({ id }: { id: number }) => matches[id] ?? [],
    );
    return withoutRepeats(found).slice(0, limit);
  };
}

/** A town and the neighbourhood named after it are one answer to the person who asks. */
function withoutRepeats(found: readonly PlaceMatch[]): PlaceMatch[] {
  const seen = new Set<string>();
  return found.filter(({ name, neighbourhood, district }) => {
    const key = `${name.toLowerCase()}|${neighbourhood?.slug ?? district ?? ""}`;
    return seen.has(key) ? false : (seen.add(key), true);
  });
}
