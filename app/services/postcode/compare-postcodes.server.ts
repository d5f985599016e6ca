import { setImmediate } from "node:timers/promises";
import type { JobDeps } from "#app/services/edition/import.server.ts";
import { boundariesInForce } from "#db/queries/boundary.ts";
import { pagePostcodes } from "#db/queries/postcode.ts";
import type { Db } from "#db/types.ts";
import { createAreaIndex } from "#geo/which-area.ts";
import { createTurn } from "#app/services/edition/event-loop-turn.server.ts";
import type { PostcodeGathering } from "./gathering.server.ts";
import { PostcodeChanges } from "./postcode-changes.ts";

/** How what was gathered differs from an edition (null: from nothing), read page by page. */
export async function comparePostcodes(
  { db, signal }: Pick<JobDeps, "db" | "signal">,
  gathering: PostcodeGathering,
  editionId: string | null,
): Promise<PostcodeChanges> {
  const turn = createTurn();
  const places = new Map<string, number>();
  for (let index = 0; index < gathering.force.length; index += 1) {
    places.set(gathering.forceAt(index).postcode, index);
    await turn();
  }
  const changes = new PostcodeChanges(editionId === null ? () => null : await createNeighbourhoodAt(db));
  if (editionId !== null) {
    for await (const page of pagePostcodes(db, editionId)) {
      signal.throwIfAborted();
      for (const before of page) {
        const place = places.get(before.postcode);
        changes.compare(before, place === undefined ? null : gathering.forceAt(place));
        places.delete(before.postcode);
        await turn();
      }
      await setImmediate();
    }
  }
  for (const place of places.values()) {
    changes.compare(null, gathering.forceAt(place));
    await turn();
  }
  return changes;
}

/** By the boundaries in force: the code of the neighbourhood at a point. */
async function createNeighbourhoodAt(db: Db): Promise<(lng: number, lat: number) => string | null> {
  const areas = await boundariesInForce(db);
  const index = createAreaIndex(areas);
  return (lng, lat) => areas[index.find(lng, lat)]?.code ?? null;
}
