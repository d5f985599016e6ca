import type { FinderNeighbourhood } from "#app/domain/finder/finder.ts";

export interface ListedDistrict {
  name: string;
  /** For the heading's address; the same as the district's own. */
  slug: string;
  neighbourhoods: { slug: string; name: string }[];
}

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, "en-GB");

/** The neighbourhoods under their districts, both by name; those of no known district stand last. */
export function groupByDistrict(
  neighbourhoods: readonly Pick<FinderNeighbourhood, "slug" | "name" | "district" | "districtCode">[],
  districts: readonly { code: string; name: string; slug: string }[],
): ListedDistrict[] {
  const named = districts.map(({ code, name, slug }) => ({
    name,
    slug,
    neighbourhoods: neighbourhoods.filter(({ districtCode }) => districtCode === code),
  }));
  const codes = new Set(districts.map(({ code }) => code));
  const rest = neighbourhoods.filter(({ districtCode }) => districtCode === null || !codes.has(districtCode));
  return [
    ...named.sort(byName),
    { name: named.length === 0 ? "All neighbourhoods" : "Other", slug: "other", neighbourhoods: rest },
  ]
    .filter((district) => district.neighbourhoods.length > 0)
    .map((district) => ({
      ...district,
      neighbourhoods: district.neighbourhoods.map(({ slug, name }) => ({ slug, name })).sort(byName),
    }));
}

/** As people type: no capitals, no marks, every hyphen, apostrophe and space alike. */
const fold = (words: string) =>
  words
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The districts with only the neighbourhoods whose name, or whose district's, holds the words. */
export function filterDistricts(districts: readonly ListedDistrict[], words: string): ListedDistrict[] {
  const wanted = fold(words);
  if (wanted === "") return [...districts];
  return districts.flatMap((district) => {
    if (fold(district.name).includes(wanted)) return [district];
    const neighbourhoods = district.neighbourhoods.filter(({ name }) => fold(name).includes(wanted));
    return neighbourhoods.length === 0 ? [] : [{ ...district, neighbourhoods }];
  });
}
