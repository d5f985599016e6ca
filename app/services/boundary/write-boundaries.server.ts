import { setImmediate } from "node:timers/promises";
import { freeSlug } from "#app/domain/structure/slug.ts";
import type { JobDeps } from "#app/services/edition/import.server.ts";
import { addBoundaries } from "#db/queries/boundary.ts";
import { addNeighbourhoods, listNeighbourhoodIdentities } from "#db/queries/structure-import.ts";
import { centreOf } from "#geo/centre.ts";
import type { CheckedArea } from "./area.ts";

// A statement of this much JSON takes the embedded database some tens of milliseconds.
const charactersAtOnce = 200_000;

/** Writes the areas under a staged edition; a code never met before gets its lasting address here. */
export async function writeBoundaries(
  deps: JobDeps,
  editionId: string,
  areas: readonly CheckedArea[],
): Promise<void> {
  const known = await listNeighbourhoodIdentities(deps.db);
  const codes = new Set(known.map(({ code }) => code));
  const slugs = new Set(known.map(({ slug }) => slug));
  const added = areas
    .filter(({ code }) => !codes.has(code))
    .map(({ code, name }) => {
      const slug = freeSlug(name, code, slugs);
      slugs.add(slug);
      return { code, slug };
    });
  await addNeighbourhoods(deps.db, added, deps.now());
  const idOf = new Map((await listNeighbourhoodIdentities(deps.db)).map(({ code, id }) => [code, id]));

  let batch: Parameters<typeof addBoundaries>[1] = [];
  let characters = 0;
  for (const [index, { code, name, description, geometry }] of areas.entries()) {
    const neighbourhoodId = idOf.get(code);
    if (neighbourhoodId === undefined) throw new Error(`Neighbourhood ${code} was not added.`);
    const [centreLng, centreLat] = centreOf(geometry);
    batch.push({ editionId, neighbourhoodId, name, description, geometry, centreLng, centreLat });
    characters += JSON.stringify(geometry.coordinates).length;
    // why: finding a centre is arithmetic; residents are served in between.
    await setImmediate();
    if (characters < charactersAtOnce && index < areas.length - 1) continue;
    deps.signal.throwIfAborted();
    await addBoundaries(deps.db, batch);
    batch = [];
    characters = 0;
    deps.progress({ stage: "Writing boundaries", done: index + 1, total: areas.length, unit: "areas" });
  }
}
