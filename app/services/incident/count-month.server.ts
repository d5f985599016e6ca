import { createHash } from "node:crypto";
import type { IncidentAccount } from "#app/domain/incident/account.ts";
import { createTurn } from "#app/services/edition/event-loop-turn.server.ts";
import { ImportRefused, type ImportProblem } from "#app/services/edition/import.server.ts";
import type { SourceEntry } from "#app/services/source/entry.server.ts";
import type { IncidentMonth } from "#db/queries/incident-import.ts";
import type { IncidentPlaces } from "./load-incident-places.server.ts";
import { readStreetFile } from "./read-street-file.server.ts";

export interface MonthCount {
  account: IncidentAccount;
  counts: IncidentMonth["counts"];
  /** SHA-256 in hex of the file as it is unpacked. */
  digest: string;
  /** The first of the rows that were refused; how many there are is in the account. */
  refusals: ImportProblem[];
}

const refusalsKept = 10;
// The publisher names fourteen. What never repeats is no kind, and would fill the memory.
const mostKinds = 100;

/** Counts the rows of one file by neighbourhood and kind. `month` is "2024-01". Throws `ImportRefused`. */
export async function countMonth(
  entry: SourceEntry,
  month: string,
  places: IncidentPlaces,
  onRows: () => void,
): Promise<MonthCount> {
  const turn = createTurn();
  const hash = createHash("sha256");
  const account = { assigned: 0, outside: 0, withoutPosition: 0, refused: 0 };
  const tallies = new Map<string, Map<string, number>>();
  const refusals: ImportProblem[] = [];
  for await (const { incidents, refused } of readStreetFile(entry, month, (bytes) => hash.update(bytes))) {
    for (const { kind, lngLat } of incidents) {
      const neighbourhoodId = lngLat === null ? null : places.find(...lngLat);
      if (lngLat === null) account.withoutPosition += 1;
      else if (neighbourhoodId === null) account.outside += 1;
      else {
        account.assigned += 1;
        const tally = tallies.get(neighbourhoodId) ?? new Map<string, number>();
        tallies.set(neighbourhoodId, tally.set(kind, (tally.get(kind) ?? 0) + 1));
        if (tally.size > mostKinds)
          throw new ImportRefused(`${entry.name} names more than ${mostKinds} kinds of crime.`);
      }
    }
    account.refused += refused.length;
    for (const { line, why } of refused.slice(0, refusalsKept - refusals.length))
      refusals.push({ where: `${entry.name}, line ${line}`, message: why });
    onRows();
    await turn();
  }
  const counts = [...tallies].flatMap(([neighbourhoodId, tally]) =>
    [...tally].map(([kind, count]) => ({ neighbourhoodId, kind, count })),
  );
  return { account, counts, digest: hash.digest("hex"), refusals };
}
