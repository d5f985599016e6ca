import { sql } from "drizzle-orm";
import { editionNouns, type EditionNoun } from "#app/domain/edition/edition.ts";
import { emptyAllTables } from "#db/queries/backup.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { centreOf } from "#geo/centre.ts";
import { buildDemonstrationForce } from "./demonstration/build.ts";
import { fullTimeEquivalentOf } from "./demonstration/posts.ts";
import type { DemonstrationForce } from "./demonstration/types.ts";
import { demonstrationState } from "./demonstration-state.ts";
import { fillAccounts } from "./fill-accounts.ts";
import { fillAgreements } from "./fill-agreements.ts";
import { seedId } from "./seed-id.ts";
import { keepStandingFacts } from "./standing-facts.ts";

// Any constant: it only has to be the same in every process of this platform.
const fillLock = 7_203_103_2007;

const source = "Demonstration force, written for this platform";

/**
 * Fills an empty database with the demonstration force, whole or not at all; replaces one older than seven days
 * that nobody has written to, because its dates are relative to the day it was filled. Leaves any other alone.
 */
export async function fillDemonstration(db: Db, now: Date, log: (line: string) => void): Promise<void> {
  if ((await demonstrationState(db, now)) === "in use") return;
  const demonstration = buildDemonstrationForce(now);
  const isFilled = await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${fillLock})`);
    // Once more under the lock: another process that started with this one may have filled it meanwhile.
    const state = await demonstrationState(tx, now);
    if (state === "in use") return false;
    log(
      state === "empty"
        ? "Filling the demonstration force…"
        : "Refilling the demonstration force, so that its dates are about today…",
    );
    if (state === "stale") await keepStandingFacts(tx, () => emptyAllTables(tx));
    await fillStructure(tx, demonstration, now);
    await fillPosts(tx, demonstration);
    await fillEditionTerms(tx, now);
    await fillAccounts(tx, demonstration.accounts, now);
    await fillAgreements(tx, now);
    return true;
  });
  const { neighbourhoods, posts } = demonstration;
  if (isFilled) {
    log(`The demonstration force is ready: ${neighbourhoods.length} neighbourhoods, ${posts.length} posts.`);
  }
}

const demonstrationNouns = editionNouns.filter((noun) => noun !== "postcodes");
const editionId = (noun: EditionNoun) => seedId("edition", noun);
const neighbourhoodId = (code: string) => seedId("neighbourhood", code);

async function fillEditionTerms(tx: Db, now: Date) {
  await tx
    .insert(schema.editionTerms)
    .values(demonstrationNouns.map((noun) => ({ noun, editionId: editionId(noun), inForceFrom: now })));
}

async function fillStructure(tx: Db, force: DemonstrationForce, now: Date) {
  await tx.insert(schema.forces).values({ id: seedId("force", force.force.slug), ...force.force });
  await tx.insert(schema.editions).values(
    demonstrationNouns.map((noun) => ({
      id: editionId(noun),
      noun,
      status: "whole" as const,
      source,
      sourceDate: null,
      attribution: "",
      isIllustrative: true,
      digest: seedId("digest", noun),
      createdAt: now,
    })),
  );
  const coded = (noun: string, rows: readonly { code: string; name: string }[]) =>
    rows.map(({ code, name }) => ({ id: seedId(noun, code), code, name }));
  await tx.insert(schema.bcus).values(coded("bcu", force.bcus));
  await tx.insert(schema.sections).values(coded("section", force.sections));
  await tx.insert(schema.teams).values(coded("team", force.teams));
  await tx.insert(schema.partnerships).values(
    force.partnerships.map(({ code, name, slug }) => ({
      id: seedId("partnership", code),
      code,
      name,
      slug,
    })),
  );
  await tx.insert(schema.neighbourhoods).values(
    force.neighbourhoods.map(({ code, slug }) => ({
      id: neighbourhoodId(code),
      code,
      slug,
      createdAt: now,
    })),
  );
  await tx.insert(schema.boundaries).values(
    force.neighbourhoods.map(({ code, name, description, geometry }) => {
      const [centreLng, centreLat] = centreOf(geometry);
      return {
        editionId: editionId("boundaries"),
        neighbourhoodId: neighbourhoodId(code),
        name,
        description,
        geometry,
        centreLng,
        centreLat,
      };
    }),
  );
  await tx.insert(schema.recordedPostcodes).values(
    force.neighbourhoods.flatMap(({ code, recordedPostcodes }) =>
      recordedPostcodes.map(({ postcode, building }) => {
        return {
          editionId: editionId("boundaries"),
          neighbourhoodId: neighbourhoodId(code),
          postcode,
          building,
        };
      }),
    ),
  );
  await tx.insert(schema.recordedOutwards).values(
    force.outwards.flatMap(({ outward, neighbourhoodCodes }) =>
      neighbourhoodCodes.map((code) => {
        return { editionId: editionId("boundaries"), outward, neighbourhoodId: neighbourhoodId(code) };
      }),
    ),
  );
  const nameIn = (rows: readonly { code: string; name: string }[], code: string) =>
    rows.find((row) => row.code === code)?.name ?? code;
  await tx.insert(schema.placements).values(
    force.neighbourhoods.map((neighbourhood) => ({
      editionId: editionId("structure"),
      neighbourhoodId: neighbourhoodId(neighbourhood.code),
      bcuId: seedId("bcu", neighbourhood.bcuCode),
      sectionId: seedId("section", neighbourhood.sectionCode),
      partnershipId: seedId("partnership", neighbourhood.partnershipCode),
      teamId: seedId("team", neighbourhood.teamCode),
      urbanRural: neighbourhood.urbanRural,
      bcuName: nameIn(force.bcus, neighbourhood.bcuCode),
      sectionName: nameIn(force.sections, neighbourhood.sectionCode),
      partnershipName: nameIn(force.partnerships, neighbourhood.partnershipCode),
      teamName: nameIn(force.teams, neighbourhood.teamCode),
    })),
  );
  await tx.insert(schema.places).values(
    force.places.map(({ name, kind, lng, lat, partnershipCode }, number) => {
      return { editionId: editionId("places"), number, name, kind, lng, lat, districtCode: partnershipCode };
    }),
  );
}

async function fillPosts(tx: Db, force: DemonstrationForce) {
  const edition = editionId("teams");
  const postId = (reference: string) => seedId("post", reference);
  await tx.insert(schema.agencies).values(
    force.agencies.map((agency) => ({
      id: seedId("agency", agency.code),
      code: agency.code,
      name: agency.name,
      kind: agency.kind,
    })),
  );
  await tx
    .insert(schema.people)
    .values(
      force.people.map(({ reference, surname }) => ({ id: seedId("person", reference), reference, surname })),
    );
  await tx
    .insert(schema.posts)
    .values(force.posts.map(({ reference }) => ({ id: postId(reference), reference })));
  await tx.insert(schema.postDetails).values(
    force.posts.map((post) => ({
      editionId: edition,
      postId: postId(post.reference),
      kind: post.kind,
      teamId: seedId("team", post.teamCode),
      agencyId: seedId("agency", post.agencyCode),
      fullTimeEquivalent: fullTimeEquivalentOf(post),
      fundingSource: post.fundingSource,
      fundingEndsOn: post.fundingEndsOn,
      coverPlan: post.vacancy?.coverPlan ?? null,
      vacancyReason: post.vacancy?.reason ?? null,
    })),
  );
  await tx.insert(schema.postAllocations).values(
    force.posts.flatMap((post) =>
      post.allocations.map(({ neighbourhoodCode, weight }) => ({
        editionId: edition,
        postId: postId(post.reference),
        neighbourhoodId: neighbourhoodId(neighbourhoodCode),
        weight,
      })),
    ),
  );
  await tx.insert(schema.postHoldings).values(
    force.holdings.map((holding) => ({
      editionId: edition,
      postId: postId(holding.postReference),
      personId: seedId("person", holding.personReference),
      kind: holding.kind,
      heldFrom: holding.from,
      heldTo: holding.to,
      publicNameOk: holding.publicNameOk,
      photoOk: holding.photoOk,
    })),
  );
  const teams = new Map(force.teams.map((team) => [team.code, team]));
  await tx.insert(schema.contacts).values(
    force.neighbourhoods.map(({ code, teamCode }) => ({
      editionId: edition,
      neighbourhoodId: neighbourhoodId(code),
      email: teams.get(teamCode)?.email ?? null,
      telephone: teams.get(teamCode)?.telephone ?? null,
      website: null,
    })),
  );
  await tx.insert(schema.bases).values(
    force.bases.map(({ neighbourhoodCodes: _, ...base }) => ({
      editionId: edition,
      postcode: null,
      ...base,
    })),
  );
  await tx.insert(schema.baseNeighbourhoods).values(
    force.bases.flatMap((base) =>
      base.neighbourhoodCodes.map((code) => {
        return { editionId: edition, baseCode: base.code, neighbourhoodId: neighbourhoodId(code) };
      }),
    ),
  );
}
