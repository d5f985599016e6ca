import { setImmediate } from "node:timers/promises";
import type { OutsideOutward } from "#app/domain/finder/finder.ts";
import { countOutside } from "#app/domain/finder/outside-postcodes.ts";
import type { JobDeps } from "#app/services/edition/import.server.ts";
import { insertOutside, insertPostcodes, type NewPostcode } from "#db/queries/postcode.ts";
import type { PostcodeGathering } from "./gathering.server.ts";

// Measured in the embedded database, which holds up the process meanwhile: about ten milliseconds a batch.
const forceBatch = 500;
// A new process compiles the embedded database's code as it is first used: many rows at once would wait for it all.
const firstBatch = 20;
const outsideBatch = 50;

/** Writes what was gathered under a staged edition, a few rows to a transaction. */
export async function writePostcodes(
  deps: JobDeps,
  editionId: string,
  gathering: PostcodeGathering,
): Promise<void> {
  const { db, signal, progress } = deps;
  const stage = "Writing postcodes";
  const total = gathering.force.length + gathering.outsideCount;
  let done = 0;
  let rows: NewPostcode[] = [];
  let batch = firstBatch;
  const writeForce = async () => {
    signal.throwIfAborted();
    await insertPostcodes(db, editionId, rows);
    done += rows.length;
    progress({ stage, done, total, unit: "rows" });
    rows = [];
    batch = Math.min(batch * 2, forceBatch);
    await setImmediate();
  };
  for (let index = 0; index < gathering.force.length; index += 1) {
    rows.push(gathering.forceAt(index));
    if (rows.length === batch) await writeForce();
  }
  if (rows.length > 0) await writeForce();

  let outwards: OutsideOutward[] = [];
  const writeOutside = async () => {
    signal.throwIfAborted();
    await insertOutside(db, editionId, outwards);
    done += outwards.reduce((sum, outward) => sum + countOutside(outward), 0);
    progress({ stage, done, total, unit: "rows" });
    outwards = [];
    await setImmediate();
  };
  for (const outward of gathering.outside()) {
    outwards.push(outward);
    if (outwards.length === outsideBatch) await writeOutside();
  }
  if (outwards.length > 0) await writeOutside();
}
