import type { EditionReport } from "#app/domain/edition/edition.ts";
import { changesBetween } from "#app/domain/structure/changes.ts";
import { agenciesOf } from "#app/domain/team/check-posts.ts";
import { checkTeamsFile } from "#app/domain/team/check-teams-file.ts";
import { londonDay } from "#app/domain/team/day.ts";
import type { KnownToTeams, TeamsFile } from "#app/domain/team/teams-file.ts";
import { teamsTexts } from "#app/domain/team/teams-texts.ts";
import { ImportRefused, type JobDeps } from "#app/services/edition/import.server.ts";
import { importCsvEdition, type CsvImportOptions } from "#app/services/csv/import-csv-edition.server.ts";
import { parseRows, refuseProblems } from "#app/services/csv/parse-rows.server.ts";
import { readCsv } from "#app/services/csv/read-csv.server.ts";
import { placementsInForce } from "#db/queries/structure.ts";
import * as store from "#db/queries/team-import.ts";
import { teamsInForce } from "#db/queries/teams-in-force.ts";
import type { Db } from "#db/types.ts";
import { teamsFileOf } from "./teams-file.server.ts";
import { teamsColumns, teamsRow } from "./teams-rows.server.ts";
import { writeTeams } from "./write-teams.server.ts";

/**
 * Loads posts, how their time is shared, who holds them, contacts and bases from a CSV and puts them in force.
 * Throws `ImportRefused` with every line that is wrong, or when no structure is in force; then nothing has changed.
 */
export async function importTeams(deps: JobDeps, options: CsvImportOptions): Promise<EditionReport> {
  const { db } = deps;
  const csv = await readCsv(deps, options.path, teamsColumns);
  const file = teamsFileOf(parseRows(csv, teamsRow));
  const known = await knownToTeams(db);
  if (known.teamCodes.size === 0) {
    throw new ImportRefused("No structure is in force. Load it first: structure import <file>.");
  }
  // A row that could not be read would be missed by the rules that count: say only what was unreadable first.
  refuseProblems(csv, []);
  const checked = checkTeamsFile(file, known, londonDay(deps.now()));
  refuseProblems(csv, checked.problems);

  const agencies = compareAgencies(file, known);
  const renamed = await renamedPeople(db, file);
  const before = teamsTexts(await teamsInForce(db));
  const { added, changed, gone } = changesBetween(before, teamsTexts(file));
  const report: EditionReport = {
    read: csv.rows.length,
    added: added.length,
    changed: changed.length,
    gone: gone.length,
    moved: 0,
    warnings: [...csv.warnings, ...checked.warnings],
    details: [
      ...added.map((key) => `${key} added`),
      ...changed.map((key) => `${key} changed`),
      ...gone.map((key) => `${key} gone`),
      ...agencies.added.map(({ code }) => `agency ${code} added`),
      ...agencies.changed.map(({ code, name, kind }) => `agency ${code} is now "${name}" (${kind})`),
      // By reference alone: a report is kept, and a surname left behind has no business in it.
      ...renamed.map(({ reference }) => `person ${reference} has a new surname`),
    ],
  };
  return importCsvEdition(deps, "teams", options, {
    csv,
    report,
    hasNewNames: renamed.length > 0 || agencies.changed.length > 0,
    write: (editionId) => writeTeams(deps, editionId, file, agencies.added),
    alsoInTransaction: async (tx) => {
      await store.updateAgencies(tx, agencies.changed);
      await store.updatePeople(tx, renamed);
    },
  });
}

async function knownToTeams(db: Db): Promise<KnownToTeams> {
  const placements = await placementsInForce(db);
  const agencies = await store.listAgencies(db);
  return {
    teamCodes: new Set(placements.map(({ team }) => team.code)),
    teamOfNeighbourhood: new Map(placements.map(({ code, team }) => [code, team.code])),
    agencies: new Map(agencies.map(({ code, name, kind }) => [code, { name, kind }])),
  };
}

function compareAgencies({ posts }: TeamsFile, known: KnownToTeams) {
  const used = new Set(posts.map(({ agencyCode }) => agencyCode));
  const named = [...agenciesOf(posts, known)].flatMap(([code, agency]) =>
    used.has(code) ? [{ code, ...agency }] : [],
  );
  return {
    added: named.filter(({ code }) => !known.agencies.has(code)),
    changed: named.filter(({ code, name, kind }) => {
      const before = known.agencies.get(code);
      return before !== undefined && (before.name !== name || before.kind !== kind);
    }),
  };
}

async function renamedPeople(db: Db, { holdings }: TeamsFile): Promise<store.PersonRow[]> {
  const surnames = new Map(holdings.map(({ personReference, surname }) => [personReference, surname]));
  const known = await store.findPeople(db, [...surnames.keys()]);
  return known.flatMap(({ reference, surname: before }) => {
    const surname = surnames.get(reference);
    return surname === undefined || surname === before ? [] : [{ reference, surname }];
  });
}
