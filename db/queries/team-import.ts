import { inArray, sql } from "drizzle-orm";
import type { AgencyKind } from "#app/domain/agency/agency.ts";
import { agencies } from "#db/schema/agency.ts";
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

export interface AgencyRow {
  code: string;
  name: string;
  kind: AgencyKind;
}
export interface PersonRow {
  reference: string;
  surname: string;
}

/** Every agency met so far. */
export const listAgencies = (db: Db): Promise<(AgencyRow & { id: string })[]> =>
  db
    .select({ id: agencies.id, code: agencies.code, name: agencies.name, kind: agencies.kind })
    .from(agencies);

/** Those of the people asked for by reference who were met before. */
export const findPeople = (db: Db, references: string[]): Promise<(PersonRow & { id: string })[]> =>
  db
    .select({ id: people.id, reference: people.reference, surname: people.surname })
    .from(people)
    .where(inArray(people.reference, references));

/** Those of the posts asked for by reference that were met before. */
export const findPosts = (db: Db, references: string[]): Promise<{ id: string; reference: string }[]> =>
  db
    .select({ id: posts.id, reference: posts.reference })
    .from(posts)
    .where(inArray(posts.reference, references));

/** Adds agencies whose codes are new; leaves the others as they are. */
export async function addAgencies(db: Db, rows: AgencyRow[]): Promise<void> {
  await db.insert(agencies).values(rows).onConflictDoNothing();
}

/** Adds people whose references are new; leaves the others as they are. */
export async function addPeople(db: Db, rows: PersonRow[]): Promise<void> {
  await db.insert(people).values(rows).onConflictDoNothing();
}

/** Adds posts whose references are new. */
export async function addPosts(db: Db, references: string[]): Promise<void> {
  await db
    .insert(posts)
    .values(references.map((reference) => ({ reference })))
    .onConflictDoNothing();
}

/** Gives agencies the name and kind that go with the edition coming into force. */
export async function updateAgencies(db: Db, rows: AgencyRow[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insert(agencies)
    .values(rows)
    .onConflictDoUpdate({
      target: agencies.code,
      set: { name: sql`excluded.name`, kind: sql`excluded.kind` },
    });
}

/** Gives people the surname that goes with the edition coming into force. */
export async function updatePeople(db: Db, rows: PersonRow[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insert(people)
    .values(rows)
    .onConflictDoUpdate({ target: people.reference, set: { surname: sql`excluded.surname` } });
}

/** Writes rows of each table under a staged edition. */
export const addTeamRows = {
  postDetails: (db: Db, rows: (typeof postDetails.$inferInsert)[]) => db.insert(postDetails).values(rows),
  postAllocations: (db: Db, rows: (typeof postAllocations.$inferInsert)[]) =>
    db.insert(postAllocations).values(rows),
  postHoldings: (db: Db, rows: (typeof postHoldings.$inferInsert)[]) => db.insert(postHoldings).values(rows),
  contacts: (db: Db, rows: (typeof contacts.$inferInsert)[]) => db.insert(contacts).values(rows),
  bases: (db: Db, rows: (typeof bases.$inferInsert)[]) => db.insert(bases).values(rows),
  baseNeighbourhoods: (db: Db, rows: (typeof baseNeighbourhoods.$inferInsert)[]) =>
    db.insert(baseNeighbourhoods).values(rows),
} as const;
