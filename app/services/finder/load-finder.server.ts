import { createFinder } from "#app/domain/finder/create-finder.ts";
import type { Finder } from "#app/domain/finder/finder.ts";
import { loadFinderFacts } from "#db/queries/finder.ts";
import type { Db } from "#db/types.ts";

/** The finder over the editions in force now, or null where no boundaries are loaded. */
export async function loadFinder(db: Db): Promise<Finder | null> {
  const facts = await loadFinderFacts(db);
  return facts === null ? null : createFinder(facts);
}
