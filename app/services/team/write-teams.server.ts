import type { TeamsFile } from "#app/domain/team/teams-file.ts";
import type { JobDeps } from "#app/services/edition/import.server.ts";
import { idBy } from "#app/services/csv/id-by.server.ts";
import { writeBatches } from "#app/services/csv/write-batches.server.ts";
import { listIdentities, listNeighbourhoodIdentities } from "#db/queries/structure-import.ts";
import * as store from "#db/queries/team-import.ts";

async function postIds({ db }: JobDeps, references: string[]) {
  return idBy(await store.findPosts(db, references), ({ reference }) => reference);
}

async function personIds({ db }: JobDeps, references: string[]) {
  return idBy(await store.findPeople(db, references), ({ reference }) => reference);
}

/** Adds the posts, people and agencies that are new. Nothing shows them before an edition that uses them is in force. */
async function addIdentities(deps: JobDeps, file: TeamsFile, newAgencies: readonly store.AgencyRow[]) {
  const { db } = deps;
  const references = file.posts.map(({ reference }) => reference);
  const surnames = new Map(file.holdings.map(({ personReference, surname }) => [personReference, surname]));
  const people = [...surnames].map(([reference, surname]) => ({ reference, surname }));
  await writeBatches(deps, "Writing agencies", newAgencies, (batch) => store.addAgencies(db, batch));
  await writeBatches(deps, "Writing posts", references, (batch) => store.addPosts(db, batch));
  await writeBatches(deps, "Writing people", people, (batch) => store.addPeople(db, batch));
}

/** Writes all that a checked file says under a staged edition, in batches. */
export async function writeTeams(
  deps: JobDeps,
  editionId: string,
  file: TeamsFile,
  newAgencies: readonly store.AgencyRow[],
): Promise<void> {
  const { db } = deps;
  await addIdentities(deps, file, newAgencies);
  const postId = await postIds(
    deps,
    file.posts.map(({ reference }) => reference),
  );
  const personId = await personIds(deps, [
    ...new Set(file.holdings.map(({ personReference }) => personReference)),
  ]);
  const teamId = idBy(await listIdentities(db, "teams"), ({ code }) => code);
  const agencyId = idBy(await store.listAgencies(db), ({ code }) => code);
  const neighbourhoodId = idBy(await listNeighbourhoodIdentities(db), ({ code }) => code);

  const posts = file.posts.map(({ reference, teamCode, agencyCode, ...post }) => ({
    ...post,
    editionId,
    postId: postId(reference),
    teamId: teamId(teamCode),
    agencyId: agencyId(agencyCode),
  }));
  await writeBatches(deps, "Writing posts", posts, (batch) => store.addTeamRows.postDetails(db, batch));

  const allocations = file.allocations.map(({ postReference, neighbourhoodCode, weight }) => ({
    editionId,
    postId: postId(postReference),
    neighbourhoodId: neighbourhoodId(neighbourhoodCode),
    weight,
  }));
  await writeBatches(deps, "Writing allocations", allocations, (batch) =>
    store.addTeamRows.postAllocations(db, batch),
  );

  const holdings = file.holdings.map(({ postReference, personReference, ...holding }) => ({
    ...holding,
    editionId,
    postId: postId(postReference),
    personId: personId(personReference),
  }));
  await writeBatches(deps, "Writing holdings", holdings, (batch) =>
    store.addTeamRows.postHoldings(db, batch),
  );

  const contacts = file.contacts.flatMap(({ neighbourhoodCodes, ...contact }) =>
    neighbourhoodCodes.map((code) => ({ ...contact, editionId, neighbourhoodId: neighbourhoodId(code) })),
  );
  await writeBatches(deps, "Writing contacts", contacts, (batch) => store.addTeamRows.contacts(db, batch));

  const bases = file.bases.map((base) => ({ ...base, editionId }));
  await writeBatches(deps, "Writing bases", bases, (batch) => store.addTeamRows.bases(db, batch));
  const served = file.bases.flatMap(({ code, neighbourhoodCodes }) =>
    neighbourhoodCodes.map((served) => ({
      editionId,
      baseCode: code,
      neighbourhoodId: neighbourhoodId(served),
    })),
  );
  await writeBatches(deps, "Writing bases", served, (batch) =>
    store.addTeamRows.baseNeighbourhoods(db, batch),
  );
}
