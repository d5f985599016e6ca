import { eq } from "drizzle-orm";
import type { BaseFact, ContactFact, HoldingFact, PostFact, TeamsFile } from "#app/domain/team/teams-file.ts";
import { agencies } from "#db/schema/agency.ts";
import { neighbourhoods } from "#db/schema/neighbourhood.ts";
import { teams } from "#db/schema/structure.ts";
import {
  baseNeighbourhoods,
  bases,
  contacts,
  people,
  postAllocations,
  postDetails,
  postHoldings,
  posts,
} from "#db/schema/team.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";

// Facts from the database stand on no line.
const line = 0;

const listPostFacts = async (db: Db): Promise<PostFact[]> =>
  (
    await db
      .select({
        reference: posts.reference,
        kind: postDetails.kind,
        teamCode: teams.code,
        agencyCode: agencies.code,
        fullTimeEquivalent: postDetails.fullTimeEquivalent,
        fundingSource: postDetails.fundingSource,
        fundingEndsOn: postDetails.fundingEndsOn,
        coverPlan: postDetails.coverPlan,
        vacancyReason: postDetails.vacancyReason,
      })
      .from(postDetails)
      .innerJoin(posts, eq(posts.id, postDetails.postId))
      .innerJoin(teams, eq(teams.id, postDetails.teamId))
      .innerJoin(agencies, eq(agencies.id, postDetails.agencyId))
      .where(eq(postDetails.editionId, editionIdAt(db, "teams")))
  ).map((row) => ({ ...row, agencyName: null, agencyKind: null, line }));

const listAllocationFacts = async (db: Db) =>
  (
    await db
      .select({
        postReference: posts.reference,
        neighbourhoodCode: neighbourhoods.code,
        weight: postAllocations.weight,
      })
      .from(postAllocations)
      .innerJoin(posts, eq(posts.id, postAllocations.postId))
      .innerJoin(neighbourhoods, eq(neighbourhoods.id, postAllocations.neighbourhoodId))
      .where(eq(postAllocations.editionId, editionIdAt(db, "teams")))
  ).map((row) => ({ ...row, line }));

const listHoldingFacts = async (db: Db): Promise<HoldingFact[]> =>
  (
    await db
      .select({
        postReference: posts.reference,
        personReference: people.reference,
        surname: people.surname,
        kind: postHoldings.kind,
        heldFrom: postHoldings.heldFrom,
        heldTo: postHoldings.heldTo,
        publicNameOk: postHoldings.publicNameOk,
        photoOk: postHoldings.photoOk,
      })
      .from(postHoldings)
      .innerJoin(posts, eq(posts.id, postHoldings.postId))
      .innerJoin(people, eq(people.id, postHoldings.personId))
      .where(eq(postHoldings.editionId, editionIdAt(db, "teams")))
  ).map((row) => ({ ...row, line }));

const listContactFacts = async (db: Db): Promise<ContactFact[]> =>
  (
    await db
      .select({
        code: neighbourhoods.code,
        email: contacts.email,
        telephone: contacts.telephone,
        website: contacts.website,
      })
      .from(contacts)
      .innerJoin(neighbourhoods, eq(neighbourhoods.id, contacts.neighbourhoodId))
      .where(eq(contacts.editionId, editionIdAt(db, "teams")))
  ).map(({ code, ...contact }) => ({ ...contact, neighbourhoodCodes: [code], line }));

async function listBaseFacts(db: Db): Promise<BaseFact[]> {
  const rows = await db
    .select()
    .from(bases)
    .where(eq(bases.editionId, editionIdAt(db, "teams")));
  const served = await db
    .select({ baseCode: baseNeighbourhoods.baseCode, code: neighbourhoods.code })
    .from(baseNeighbourhoods)
    .innerJoin(neighbourhoods, eq(neighbourhoods.id, baseNeighbourhoods.neighbourhoodId))
    .where(eq(baseNeighbourhoods.editionId, editionIdAt(db, "teams")));
  const codes = new Map<string, string[]>(rows.map(({ code }) => [code, []]));
  for (const { baseCode, code } of served) codes.get(baseCode)?.push(code);
  return rows.map((row) => ({ ...row, neighbourhoodCodes: codes.get(row.code) ?? [], line }));
}

/** All that the teams edition in force says, in the words of a teams file; everything in it is for staff only. */
export async function teamsInForce(db: Db): Promise<TeamsFile> {
  return {
    posts: await listPostFacts(db),
    allocations: await listAllocationFacts(db),
    holdings: await listHoldingFacts(db),
    contacts: await listContactFacts(db),
    bases: await listBaseFacts(db),
  };
}
