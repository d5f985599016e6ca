import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { EditionReport } from "#app/domain/edition/edition.ts";
import { downloadToTemporaryFile } from "#app/services/source/download.server.ts";
import { importEdition, sameAsInForce } from "#app/services/edition/edition.server.ts";
import { ImportRefused, type JobDeps } from "#app/services/edition/import.server.ts";
import { openSourceFile } from "#app/services/source/source-file.server.ts";
import { sayMonthsToReload } from "#app/services/incident/say-months-to-reload.server.ts";
import { carryOver } from "#app/services/neighbourhood/carry-over.server.ts";
import { succeed } from "#app/services/neighbourhood/succeed.server.ts";
import { boundariesInForce } from "#db/queries/boundary.ts";
import { findForce } from "#db/queries/force.ts";
import { bboxOf } from "#geo/bbox.ts";
import type { Db } from "#db/types.ts";
import { checkAreas } from "./check-areas.server.ts";
import { compareAreas } from "./compare-areas.ts";
import { movedPostcodes } from "./moved-postcodes.server.ts";
import { planSuccessions } from "./plan-successions.server.ts";
import { boundaryLimits, readBoundaries } from "./read-boundaries.server.ts";
import { readNames } from "./read-names.server.ts";
import { reportBoundaries } from "./report-boundaries.ts";
import { writeBoundaries } from "./write-boundaries.server.ts";

export const policeUkAttribution =
  "Contains public sector information licensed under the Open Government Licence v3.0. Source: data.police.uk";

/**
 * Where data.police.uk keeps a month's boundaries, one folder of KML files to each force. Not verified by us: the
 * month in it changes, so look it up on https://data.police.uk/data/boundaries/ and give it with --url.
 */
export const policeUkBoundariesUrl = "https://data.police.uk/data/boundaries/2026-05.zip";

export interface BoundaryImport {
  /** A file or folder, or an address to fetch it from. */
  from: { path: string } | { url: string };
  /** The folder of an archive that holds several forces, "derbyshire". */
  force: string | null;
  /** A CSV of id,name for boundaries that carry only ids. */
  namesPath: string | null;
  idProperty: string | null;
  nameProperty: string | null;
  attribution: string;
  /** The publisher's date, "2025-11-01". */
  sourceDate: string | null;
  isDryRun: boolean;
}

/**
 * Loads the boundaries of the force's neighbourhoods and puts them in force. Throws `ImportRefused`, with everything
 * that is wrong and where, before anything is written; the edition in force serves until the new one is whole.
 */
export async function importBoundaries(deps: JobDeps, input: BoundaryImport): Promise<EditionReport> {
  if ("path" in input.from) return importFrom(deps, input, input.from.path);
  const { url } = input.from;
  const limits = { maxBytes: 500_000_000, timeoutMs: 15 * 60_000 };
  const file = await downloadToTemporaryFile(deps, { url, fileName: "police-uk-boundaries.zip", ...limits });
  try {
    return await importFrom(deps, input, file.path);
  } finally {
    await file.remove();
  }
}

async function importFrom(deps: JobDeps, input: BoundaryImport, path: string): Promise<EditionReport> {
  const { db, signal } = deps;
  const source = await openSourceFile(path, boundaryLimits, signal);
  const names = input.namesPath === null ? null : await readNames(deps, input.namesPath);
  const digest = digestOf(source.digest, input, names?.digest ?? null);
  if (await sameAsInForce(db, "boundaries", digest)) {
    deps.say(`Nothing changed: ${source.name} is in force already.`);
    return { read: 0, added: 0, changed: 0, gone: 0, moved: 0, warnings: [], details: [] };
  }
  const before = await boundariesInForce(db);
  const nameBefore = new Map(before.map(({ code, name }) => [code, name]));
  const ownForce = (await findForce(db))?.slug ?? null;
  const delivered = (await readBoundaries(deps, source, { ...input, ownForce })).map((area) => {
    const code = area.code ?? "";
    return {
      ...area,
      name: names?.nameOf.get(code) ?? area.name ?? nameBefore.get(code) ?? area.nameOtherwise,
    };
  });
  // why: each of these steps is arithmetic on every vertex; between them residents are served.
  await setImmediate(undefined, { signal });
  const force = before.length === 0 ? null : bboxOf(...before.map(({ geometry }) => geometry));
  const { areas, warnings } = await checkAreas(source.name, delivered, force);
  await setImmediate(undefined, { signal });
  const unused = [...(names?.nameOf.keys() ?? [])].filter(
    (code) => !areas.some((area) => area.code === code),
  );
  const changes = compareAreas(before, areas);
  await setImmediate(undefined, { signal });
  const successions = await planSuccessions(changes.gone, areas);
  const report = reportBoundaries(
    areas.length,
    changes,
    successions,
    await movedPostcodes(deps, before, areas),
    [...warnings, ...unused.map((code) => `${names?.fileName ?? ""} names ${code}, which has no boundary`)],
  );
  if (!input.isDryRun) {
    const { attribution, sourceDate } = input;
    const edition = {
      noun: "boundaries",
      source: source.name,
      sourceDate,
      attribution,
      isIllustrative: false,
    } as const;
    await importEdition(deps, { ...edition, digest }, async (editionId) => {
      await writeBoundaries(deps, editionId, areas);
      const alsoInTransaction = (tx: Db) =>
        succeed(tx, deps.now(), {
          editionId,
          gone: successions,
          reshaped: changes.reshaped,
          nameOf: new Map(areas.map(({ code, name }) => [code, name])),
        });
      return { report, alsoInTransaction };
    });
    // Should the process be killed here, the background work goes on with it.
    await carryOver({ db, now: deps.now(), signal });
  }
  sayReport(deps, report);
  deps.say(input.isDryRun ? "Dry run: nothing was written." : `${source.name} is in force.`);
  if (!input.isDryRun) await sayMonthsToReload(deps);
  return report;
}

/** Of all that decides what is loaded, so that the same file with another option is not taken for a repeat. */
function digestOf(file: string, input: BoundaryImport, names: string | null): string {
  const { force, idProperty, nameProperty, attribution, sourceDate } = input;
  const parts = [file, names, force, idProperty, nameProperty, attribution, sourceDate];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

const mostLines = 40;

function sayReport(deps: JobDeps, { read, added, changed, gone, moved, details, warnings }: EditionReport) {
  deps.say(
    `${read} neighbourhoods read: ${added} added, ${changed} changed, ${gone} gone; ` +
      `${moved} postcode${moved === 1 ? "" : "s"} moved between neighbourhoods.`,
  );
  for (const [title, lines] of [["What changed:", details] as const, ["Worth a look:", warnings] as const]) {
    if (lines.length > 0) deps.say(title);
    for (const line of lines.slice(0, mostLines)) deps.say(`  ${line}`);
    if (lines.length > mostLines) deps.say(`  and ${lines.length - mostLines} more`);
  }
}

/** Refuses both or neither of a file and `--download`. */
export function requireOneSource(path: string | null, url: string | null): BoundaryImport["from"] {
  if (path !== null && url === null) return { path };
  if (path === null && url !== null) return { url };
  throw new ImportRefused(
    "Name the file or folder of boundaries, or fetch it with --download, but not both.",
  );
}
