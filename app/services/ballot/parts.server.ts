import type { Finder } from "#app/domain/finder/finder.ts";
import { placesInForce } from "#db/queries/place.ts";
import type { Db } from "#db/types.ts";

const mostParts = 60;
const known = new WeakMap<Finder, Promise<ReadonlyMap<string, readonly string[]>>>();

/** Named places that lie inside a neighbourhood, in the order of their names: the parts of it that voters may name. */
export async function partsOfNeighbourhood(
  read: <Value>(work: (tx: Db) => Promise<Value>) => Promise<Value>,
  finder: Finder,
  neighbourhoodId: string,
): Promise<readonly string[]> {
  const parts = known.get(finder) ?? loadParts(read, finder);
  known.set(finder, parts);
  // A database that was away for a moment is asked again.
  parts.catch(() => known.delete(finder));
  return (await parts).get(neighbourhoodId) ?? [];
}

async function loadParts(
  read: Parameters<typeof partsOfNeighbourhood>[0],
  finder: Finder,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const idOf = new Map(finder.neighbourhoods.map(({ slug, id }) => [slug, id]));
  const names = new Map<string, Set<string>>();
  for (const { name, lng, lat } of await read((tx) => placesInForce(tx))) {
    const found = finder.locate(lng, lat);
    const id = found.kind === "found" ? idOf.get(found.neighbourhood.slug) : undefined;
    if (id !== undefined) names.set(id, (names.get(id) ?? new Set()).add(name));
  }
  return new Map([...names].map(([id, set]) => [id, [...set].sort().slice(0, mostParts)]));
}
