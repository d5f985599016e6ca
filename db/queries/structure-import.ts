import { eq, inArray, sql } from "drizzle-orm";
import { ageStructures } from "#db/schema/age-structure.ts";
import { boundaries } from "#db/schema/boundary.ts";
import { neighbourhoods } from "#db/schema/neighbourhood.ts";
import { bcus, partnerships, placements, sections, teams } from "#db/schema/structure.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";

/** The lasting identities that a structure names by code. */
const identityTables = { bcus, sections, partnerships, teams } as const;
export type IdentityKind = keyof typeof identityTables;
export const identityKinds = [
  "bcus",
  "sections",
  "partnerships",
  "teams",
] as const satisfies readonly IdentityKind[];

export interface Identity {
  code: string;
  name: string;
}
export interface Addressed {
  code: string;
  slug: string;
}

/** Codes of the neighbourhoods in the boundaries in force; empty where none are loaded. */
export async function boundaryCodesInForce(db: Db): Promise<string[]> {
  const rows = await db
    .select({ code: neighbourhoods.code })
    .from(boundaries)
    .innerJoin(neighbourhoods, eq(neighbourhoods.id, boundaries.neighbourhoodId))
    .where(eq(boundaries.editionId, editionIdAt(db, "boundaries")));
  return rows.map(({ code }) => code);
}

/** Every BCU, section, partnership or team met so far, of one kind. */
export const listIdentities = (db: Db, kind: IdentityKind): Promise<(Identity & { id: string })[]> => {
  const table = identityTables[kind];
  return db.select({ id: table.id, code: table.code, name: table.name }).from(table);
};

/** Every neighbourhood met so far, with its slug. */
export const listNeighbourhoodIdentities = (db: Db): Promise<(Addressed & { id: string })[]> =>
  db
    .select({ id: neighbourhoods.id, code: neighbourhoods.code, slug: neighbourhoods.slug })
    .from(neighbourhoods);

/** Slugs of the partnerships met so far. */
export async function listPartnershipSlugs(db: Db): Promise<string[]> {
  return (await db.select({ slug: partnerships.slug }).from(partnerships)).map(({ slug }) => slug);
}

/** Adds identities whose codes are new; leaves the others as they are. */
export async function addIdentities(
  db: Db,
  kind: Exclude<IdentityKind, "partnerships">,
  added: readonly Identity[],
) {
  if (added.length === 0) return;
  await db
    .insert(identityTables[kind])
    .values([...added])
    .onConflictDoNothing();
}

/** Adds partnerships whose codes are new; leaves the others as they are. */
export async function addPartnerships(db: Db, added: readonly (Identity & Addressed)[]) {
  if (added.length === 0) return;
  await db
    .insert(partnerships)
    .values([...added])
    .onConflictDoNothing();
}

/** Adds neighbourhoods whose codes are new; leaves the others as they are. */
export async function addNeighbourhoods(db: Db, added: readonly Addressed[], createdAt: Date) {
  if (added.length === 0) return;
  await db
    .insert(neighbourhoods)
    .values(added.map((row) => ({ ...row, createdAt })))
    .onConflictDoNothing();
}

/** Gives identities the names that go with the edition coming into force, in one statement. */
export async function renameIdentities(db: Db, kind: IdentityKind, renamed: readonly Identity[]) {
  if (renamed.length === 0) return;
  const table = identityTables[kind];
  const names = new Map(renamed.map(({ code, name }) => [code, name]));
  const cases = sql.join(
    [...names].map(([code, name]) => sql`when ${code} then ${name}`),
    sql` `,
  );
  await db
    .update(table)
    .set({ name: sql`case ${table.code} ${cases} end` })
    .where(inArray(table.code, [...names.keys()]));
}

/** Writes placements under a staged edition. */
export async function addPlacements(db: Db, rows: (typeof placements.$inferInsert)[]) {
  await db.insert(placements).values(rows);
}

/** Writes how old the residents of neighbourhoods are, under a staged edition. */
export async function addAgeStructures(db: Db, rows: (typeof ageStructures.$inferInsert)[]) {
  if (rows.length > 0) await db.insert(ageStructures).values(rows);
}

// Three age bands in more neighbourhoods than any force has; only bounds.
const mostAgeStructures = 15_000;

/** How many residents of each age band the structure in force says there are, by the neighbourhood's code. */
export const ageStructuresInForce = (db: Db) =>
  db
    .select({
      code: neighbourhoods.code,
      ageBand: ageStructures.ageBand,
      residents: ageStructures.residents,
    })
    .from(ageStructures)
    .innerJoin(neighbourhoods, eq(neighbourhoods.id, ageStructures.neighbourhoodId))
    .where(eq(ageStructures.editionId, editionIdAt(db, "structure")))
    .limit(mostAgeStructures);
