import { ageBands, type AgeBand } from "#app/domain/account/account.ts";
import type { EditionReport } from "#app/domain/edition/edition.ts";
import { changesBetween } from "#app/domain/structure/changes.ts";
import { checkStructure } from "#app/domain/structure/check-structure.ts";
import { placementText, type StructureRow } from "#app/domain/structure/structure-file.ts";
import type { JobDeps } from "#app/services/edition/import.server.ts";
import { placementsInForce } from "#db/queries/structure.ts";
import * as store from "#db/queries/structure-import.ts";
import type { Db } from "#db/types.ts";
import { idBy } from "#app/services/csv/id-by.server.ts";
import { importCsvEdition, type CsvImportOptions } from "#app/services/csv/import-csv-edition.server.ts";
import {
  addIdentities,
  addNeighbourhoods,
  compareIdentities,
  type IdentityChanges,
} from "./new-identities.server.ts";
import { parseRows, refuseProblems } from "#app/services/csv/parse-rows.server.ts";
import { readCsv } from "#app/services/csv/read-csv.server.ts";
import { structureColumns, structureRow } from "./structure-rows.server.ts";
import { writeBatches } from "#app/services/csv/write-batches.server.ts";

/**
 * Loads where each neighbourhood stands in the force (BCU, section, partnership, team) from a CSV and puts it in
 * force. Throws `ImportRefused` with every line that is wrong; then nothing has changed.
 */
export async function importStructure(deps: JobDeps, options: CsvImportOptions): Promise<EditionReport> {
  const { db } = deps;
  const csv = await readCsv(deps, options.path, structureColumns);
  const rows = parseRows(csv, structureRow);
  const boundaryCodes = await store.boundaryCodesInForce(db);
  const checked = checkStructure(rows, boundaryCodes.length === 0 ? null : new Set(boundaryCodes));
  refuseProblems(csv, checked.problems);

  const identities = await compareIdentities(db, rows);
  const renamed = store.identityKinds.flatMap((kind) => identities.renamed[kind]);
  const compared = await comparePlacements(db, rows);
  const report: EditionReport = {
    ...compared,
    read: rows.length,
    moved: 0,
    warnings: [...csv.warnings, ...checked.warnings],
    details: [
      ...compared.details,
      ...renamed.map(({ code, name, before }) => `${code} is now called "${name}" (was "${before}")`),
    ],
  };
  return importCsvEdition(deps, "structure", options, {
    csv,
    report,
    hasNewNames: renamed.length > 0,
    write: (editionId) => writeStructure(deps, editionId, rows, identities),
    alsoInTransaction: async (tx) => {
      for (const kind of store.identityKinds)
        await store.renameIdentities(tx, kind, identities.renamed[kind]);
    },
  });
}

async function comparePlacements(db: Db, rows: readonly StructureRow[]) {
  const placed = await placementsInForce(db);
  const residentsBefore = await residentsInForce(db);
  const before = new Map(
    placed.map(({ code, bcu, section, partnership, team, urbanRural }) => [
      code,
      placementText({
        bcuCode: bcu.code,
        sectionCode: section.code,
        partnershipCode: partnership.code,
        teamCode: team.code,
        urbanRural,
        residents: residentsBefore.get(code) ?? null,
      }),
    ]),
  );
  const after = new Map(rows.map((row) => [row.neighbourhoodCode, placementText(row)]));
  const { added, changed, gone } = changesBetween(before, after);
  return {
    added: added.length,
    changed: changed.length,
    gone: gone.length,
    details: [
      ...added.map((code) => `${code} added: ${after.get(code) ?? ""}`),
      ...changed.map((code) => `${code} changed: ${after.get(code) ?? ""} (was ${before.get(code) ?? ""})`),
      ...gone.map((code) => `${code} gone`),
    ],
  };
}

async function residentsInForce(db: Db): Promise<ReadonlyMap<string, Record<AgeBand, number>>> {
  const known = new Map<string, Record<AgeBand, number>>();
  for (const { code, ageBand, residents } of await store.ageStructuresInForce(db))
    known.set(code, { ...(known.get(code) ?? { "13-15": 0, "16-17": 0, "18+": 0 }), [ageBand]: residents });
  return known;
}

async function writeStructure(
  deps: JobDeps,
  editionId: string,
  rows: readonly StructureRow[],
  identities: IdentityChanges,
) {
  const { db } = deps;
  await addIdentities(db, identities);
  await addNeighbourhoods(db, rows, deps.now());
  const idsOf = async (kind: store.IdentityKind) =>
    idBy(await store.listIdentities(db, kind), ({ code }) => code);
  const bcuId = await idsOf("bcus");
  const sectionId = await idsOf("sections");
  const partnershipId = await idsOf("partnerships");
  const teamId = await idsOf("teams");
  const neighbourhoodId = idBy(await store.listNeighbourhoodIdentities(db), ({ code }) => code);
  const placements = rows.map((row) => ({
    editionId,
    neighbourhoodId: neighbourhoodId(row.neighbourhoodCode),
    bcuId: bcuId(row.bcuCode),
    sectionId: sectionId(row.sectionCode),
    partnershipId: partnershipId(row.partnershipCode),
    teamId: teamId(row.teamCode),
    urbanRural: row.urbanRural,
    bcuName: row.bcuName,
    sectionName: row.sectionName,
    partnershipName: row.partnershipName,
    teamName: row.teamName,
  }));
  await writeBatches(deps, "Writing", placements, (batch) => store.addPlacements(db, batch));
  const ages = rows.flatMap(({ neighbourhoodCode, residents }) =>
    residents === null
      ? []
      : ageBands.map((ageBand) => ({
          editionId,
          neighbourhoodId: neighbourhoodId(neighbourhoodCode),
          ageBand,
          residents: residents[ageBand],
        })),
  );
  await writeBatches(deps, "Writing ages", ages, (batch) => store.addAgeStructures(db, batch));
}
