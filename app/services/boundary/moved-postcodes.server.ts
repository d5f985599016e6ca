import { setImmediate } from "node:timers/promises";
import type { JobDeps } from "#app/services/edition/import.server.ts";
import { editionInForce } from "#db/queries/edition.ts";
import { pagePostcodes } from "#db/queries/postcode.ts";
import { createAreaIndex } from "#geo/which-area.ts";
import type { ComparedArea } from "./compare-areas.ts";

/** Postcodes that one edition of boundaries answers otherwise than another; null codes are "in none". */
export interface MovedPostcodes {
  from: string | null;
  to: string | null;
  postcodes: number;
}

/** Counts them over the loaded postcodes, the most first; null where no postcodes are loaded. */
export async function movedPostcodes(
  { db, signal }: Pick<JobDeps, "db" | "signal">,
  before: readonly ComparedArea[],
  after: readonly ComparedArea[],
): Promise<MovedPostcodes[] | null> {
  const edition = await editionInForce(db, "postcodes");
  if (edition === null || before.length === 0) return null;
  const codeBefore = codeAt(before);
  const codeAfter = codeAt(after);
  const moves = new Map<string, MovedPostcodes>();
  for await (const page of pagePostcodes(db, edition.id)) {
    signal.throwIfAborted();
    for (const { lng, lat, terminatedIn } of page) {
      if (Number.isNaN(lng) || terminatedIn !== null) continue;
      const [from, to] = [codeBefore(lng, lat), codeAfter(lng, lat)];
      if (from === to) continue;
      const key = JSON.stringify([from, to]);
      const move = moves.get(key) ?? { from, to, postcodes: 0 };
      move.postcodes += 1;
      moves.set(key, move);
    }
    await setImmediate();
  }
  return [...moves.values()].sort((a, b) => b.postcodes - a.postcodes);
}

function codeAt(areas: readonly ComparedArea[]): (lng: number, lat: number) => string | null {
  const index = createAreaIndex(areas);
  return (lng, lat) => areas[index.find(lng, lat)]?.code ?? null;
}
