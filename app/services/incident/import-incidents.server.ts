import { platform } from "#app/domain/actor.ts";
import type { Finder } from "#app/domain/finder/finder.ts";
import { createTurn } from "#app/services/edition/event-loop-turn.server.ts";
import { ImportRefused, type JobDeps } from "#app/services/edition/import.server.ts";
import { loadFinder } from "#app/services/finder/load-finder.server.ts";
import type { SourceEntry } from "#app/services/source/entry.server.ts";
import { openSourceFile } from "#app/services/source/source-file.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { replaceIncidentMonth, type IncidentMonth } from "#db/queries/incident-import.ts";
import { monthOfStreetFile, readStreetFile } from "./read-street-file.server.ts";

export interface IncidentsToImport {
  path: string;
  dryRun: boolean;
  attribution: string;
}

// Three years of one force unpack to some 300 MB.
const limits = { entries: 2_000, entryBytes: 200_000_000, totalBytes: 2_000_000_000 };
const source = "data.police.uk";
const saidEvery = 5_000;

/**
 * Loads street-level files of data.police.uk (one, a folder, or the archive as it is downloaded) as counts by month,
 * neighbourhood and kind: no single incident is kept. A month that was loaded before is put in the place of the old
 * one. Throws `ImportRefused` where there is no such file or one of them cannot be used; months before it stay loaded.
 */
export async function importIncidents(
  deps: JobDeps,
  { path, dryRun, attribution }: IncidentsToImport,
): Promise<IncidentMonth[]> {
  const finder = await loadFinder(deps.db);
  if (finder === null) throw new ImportRefused("Load the boundaries first: incidents are counted in them.");
  const file = await openSourceFile(path, limits, deps.signal);
  const months: IncidentMonth[] = [];
  for await (const entry of file.entries()) {
    const month = monthOfStreetFile(entry.name);
    if (month === null) continue;
    const counted = await countMonth(deps, finder, entry, month);
    months.push({ ...counted, source, month, digest: file.digest, attribution });
    if (!dryRun) await store(deps, months.at(-1));
    sayMonth(deps, months.at(-1));
  }
  if (months.length === 0)
    throw new ImportRefused(
      `${file.name} holds no street-level file: their names end in -street.csv, such as 2026-01-derbyshire-street.csv.`,
    );
  if (dryRun) deps.say("Dry run: nothing was written.");
  return months;
}

async function countMonth(deps: JobDeps, finder: Finder, entry: SourceEntry, month: string) {
  const turn = createTurn();
  const idOf = new Map(finder.neighbourhoods.map(({ slug, id }) => [slug, id]));
  const counts = new Map<string, { neighbourhoodId: string; kind: string; count: number }>();
  let [rows, withoutPosition, outside] = [0, 0, 0];
  for await (const { kind, lngLat } of readStreetFile(entry, month)) {
    rows += 1;
    if (rows % saidEvery === 0)
      deps.progress({ stage: month.slice(0, 7), done: rows, total: null, unit: "rows" });
    await turn();
    if (lngLat === null) {
      withoutPosition += 1;
      continue;
    }
    const found = finder.locate(...lngLat);
    const neighbourhoodId = found.kind === "found" ? idOf.get(found.neighbourhood.slug) : undefined;
    if (neighbourhoodId === undefined) {
      outside += 1;
      continue;
    }
    const key = `${neighbourhoodId} ${kind}`;
    const counted = counts.get(key) ?? { neighbourhoodId, kind, count: 0 };
    counts.set(key, { ...counted, count: counted.count + 1 });
  }
  return { rows, withoutPosition, outside, counts: [...counts.values()] };
}

async function store({ db, now }: JobDeps, month: IncidentMonth | undefined): Promise<void> {
  if (month === undefined) return;
  const at = now();
  await db.transaction(async (tx) => {
    await replaceIncidentMonth(tx, month, at);
    await recordAudit(tx, platform(), at, {
      action: "incident.import",
      subjectKind: "incident-month",
      subjectId: month.month,
      details: { rows: month.rows, outside: month.outside },
    });
  });
}

function sayMonth({ say }: JobDeps, month: IncidentMonth | undefined): void {
  if (month === undefined) return;
  const { rows, outside, withoutPosition } = month;
  const inside = rows - outside - withoutPosition;
  say(
    `${month.month.slice(0, 7)}: ${rows} rows; ${inside} in a neighbourhood, ${outside} in none, ${withoutPosition} without a position.`,
  );
}
