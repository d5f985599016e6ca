import type { FinderFacts, FinderNeighbourhood } from "./finder.ts";

type FindArea = (lng: number, lat: number) => number;

/** What loaded postcodes say of the neighbourhoods they lie in. */
export interface Derived {
  /** The areas (indexes) each outward code reaches, as recorded and as the postcodes show; by name. */
  areasByOutward: ReadonlyMap<string, number[]>;
  /** The neighbourhoods, each without a district given that of most of its postcodes. */
  neighbourhoods: readonly FinderNeighbourhood[];
}

/** Reads each postcode's area once, for all that follows from it. */
export function deriveFromPostcodes(facts: FinderFacts, find: FindArea): Derived {
  const outwards = new Map<string, Set<number>>();
  const districtCounts = facts.neighbourhoods.map(() => new Map<string, number>());
  const addOutward = (outward: string, area: number) => {
    const areas = outwards.get(outward);
    if (areas === undefined) outwards.set(outward, new Set([area]));
    else areas.add(area);
  };

  const indexById = new Map(facts.neighbourhoods.map(({ id }, index) => [id, index]));
  for (const { outward, neighbourhoodId } of facts.recordedOutwards) {
    const area = indexById.get(neighbourhoodId);
    if (area !== undefined) addOutward(outward, area);
  }
  for (const { postcode, lng, lat, districtCode } of facts.postcodes) {
    const area = Number.isNaN(lng) ? -1 : find(lng, lat);
    const counts = districtCounts[area];
    if (counts === undefined) continue;
    addOutward(postcode.slice(0, -" 3AG".length), area);
    if (districtCode !== null) counts.set(districtCode, (counts.get(districtCode) ?? 0) + 1);
  }

  const districtNames = new Map(facts.districts.map(({ code, name }) => [code, name]));
  const neighbourhoods = facts.neighbourhoods.map((neighbourhood, area): FinderNeighbourhood => {
    if (neighbourhood.districtCode !== null) return neighbourhood;
    const [most] = [...(districtCounts[area] ?? [])].sort(([, a], [, b]) => b - a);
    if (most === undefined) return neighbourhood;
    return { ...neighbourhood, districtCode: most[0], district: districtNames.get(most[0]) ?? null };
  });
  const nameOf = (area: number) => neighbourhoods[area]?.name ?? "";
  const areasByOutward = new Map(
    [...outwards].map(([outward, areas]) => [
      outward,
      [...areas].sort((a, b) => nameOf(a).localeCompare(nameOf(b))),
    ]),
  );
  return { areasByOutward, neighbourhoods };
}
