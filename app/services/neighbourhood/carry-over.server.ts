import { platform } from "#app/domain/actor.ts";
import { heirsInForce } from "#app/domain/neighbourhood/heirs.ts";
import { londonDay } from "#app/domain/team/day.ts";
import {
  listGoneWithWork,
  listPlacesInForce,
  listSuccessions,
  type NamedPlace,
} from "#db/queries/gone-neighbourhood.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { carryFrom } from "./carry-from.server.ts";

const onePage = 100;

/**
 * Brings what is open in neighbourhoods that are gone to their heirs, a page in each transaction. May be begun twice and
 * stopped anywhere: what has moved is no longer there to be moved. Run again and again, because a vote that was under
 * way leaves its priorities to be carried when it is decided, and a closed message may be opened again.
 */
export async function carryOver({
  db,
  now,
  signal,
}: {
  db: Db;
  now: Date;
  signal: AbortSignal;
}): Promise<void> {
  const actor = platform();
  let page: NamedPlace[] = [];
  do {
    const afterId: string | null = page.at(-1)?.id ?? null;
    const read = await withActor(db, actor, async (tx) => {
      const gone = await listGoneWithWork(tx, londonDay(now), afterId, onePage);
      if (gone.length === 0) return { gone, places: [], successions: [] };
      return { gone, places: await listPlacesInForce(tx), successions: await listSuccessions(tx) };
    });
    page = read.gone;
    const placeOf = new Map(read.places.map((place) => [place.id, place]));
    const inForce = new Set(placeOf.keys());
    for (const from of page) {
      const heirs = heirsInForce(from.id, read.successions, inForce).flatMap((id) => placeOf.get(id) ?? []);
      const [main] = heirs;
      if (main === undefined) continue;
      let isMore = true;
      while (isMore && !signal.aborted)
        isMore = await withActor(db, actor, (tx) => carryFrom(tx, now, { from, main, heirs }, onePage));
    }
  } while (page.length === onePage && !signal.aborted);
}
