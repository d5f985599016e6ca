import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { FollowedKind, FollowingPace } from "#app/domain/following/following.ts";
import { boundaries } from "#db/schema/boundary.ts";
import { concerns } from "#db/schema/concern.ts";
import { cycles } from "#db/schema/cycle.ts";
import { followings } from "#db/schema/following.ts";
import { neighbourhoods } from "#db/schema/neighbourhood.ts";
import { priorities } from "#db/schema/priority.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";

/** More than anybody follows; bounds the list. */
export const mostFollowings = 100;

/** Something public that can be followed, as a page names it. */
export interface Followable {
  id: string;
  /** Of a concern or priority, its public title; else null. */
  title: string | null;
  slug: string;
  neighbourhood: string;
}

const placeColumns = {
  slug: neighbourhoods.slug,
  neighbourhood: sql<string>`coalesce(${boundaries.name}, ${neighbourhoods.slug})`,
};
const isNamed = (db: Db) =>
  and(
    eq(boundaries.neighbourhoodId, neighbourhoods.id),
    eq(boundaries.editionId, editionIdAt(db, "boundaries")),
  );

/**
 * What a public page offers to follow: a concern or priority by its reference, a neighbourhood by its slug, a cycle
 * by "slug/number". Null for what is not there, or not public.
 */
export async function findFollowable(
  db: Db,
  kind: FollowedKind,
  reference: string,
): Promise<Followable | null> {
  const [found] = await followable(db, kind, reference);
  return found ?? null;
}

function followable(db: Db, kind: FollowedKind, reference: string): PromiseLike<Followable[]> {
  switch (kind) {
    case "concern":
      return db
        .select({ id: concerns.id, title: concerns.publicTitle, ...placeColumns })
        .from(concerns)
        .innerJoin(neighbourhoods, eq(neighbourhoods.id, concerns.neighbourhoodId))
        .leftJoin(boundaries, isNamed(db))
        .where(
          and(
            eq(concerns.reference, reference),
            isNotNull(concerns.publishedAt),
            isNull(concerns.takenDownAt),
          ),
        );
    case "priority":
      return db
        .select({ id: priorities.id, title: priorities.title, ...placeColumns })
        .from(priorities)
        .innerJoin(neighbourhoods, eq(neighbourhoods.id, priorities.neighbourhoodId))
        .leftJoin(boundaries, isNamed(db))
        .where(eq(priorities.reference, reference));
    case "neighbourhood":
      return db
        .select({ id: neighbourhoods.id, title: sql<null>`null`, ...placeColumns })
        .from(neighbourhoods)
        .leftJoin(boundaries, isNamed(db))
        .where(eq(neighbourhoods.slug, reference));
    case "cycle":
      return db
        .select({ id: cycles.id, title: sql<null>`null`, ...placeColumns })
        .from(cycles)
        .innerJoin(neighbourhoods, eq(neighbourhoods.id, cycles.neighbourhoodId))
        .leftJoin(boundaries, isNamed(db))
        .where(sql`${neighbourhoods.slug} || '/' || ${cycles.number} = ${reference}`);
  }
}

/** What an account follows, with what names each; public things only have a title. */
export const listFollowings = (db: Db, accountId: string) =>
  db
    .select({
      kind: followings.kind,
      subjectId: followings.subjectId,
      pace: followings.pace,
      concern: { reference: concerns.reference, title: concerns.publicTitle },
      priority: { reference: priorities.reference, title: priorities.title },
      cycle: { number: cycles.number },
      neighbourhoodId: sql<string | null>`coalesce(${concerns.neighbourhoodId}, ${priorities.neighbourhoodId},
        ${cycles.neighbourhoodId}, case when ${followings.kind} = 'neighbourhood' then ${followings.subjectId} end)`,
    })
    .from(followings)
    .leftJoin(concerns, and(eq(followings.kind, "concern"), eq(concerns.id, followings.subjectId)))
    .leftJoin(priorities, and(eq(followings.kind, "priority"), eq(priorities.id, followings.subjectId)))
    .leftJoin(cycles, and(eq(followings.kind, "cycle"), eq(cycles.id, followings.subjectId)))
    .where(eq(followings.accountId, accountId))
    .orderBy(asc(followings.since), asc(followings.subjectId))
    .limit(mostFollowings);

/** Whose following of what. */
export interface FollowingOf {
  accountId: string;
  kind: FollowedKind;
  subjectId: string;
}

const isFollowing = ({ accountId, kind, subjectId }: FollowingOf) =>
  and(eq(followings.accountId, accountId), eq(followings.kind, kind), eq(followings.subjectId, subjectId));

/** Begins to follow; false for whoever did already (their pace stays). */
export async function insertFollowing(
  tx: Db,
  values: FollowingOf & { pace: FollowingPace; since: Date },
): Promise<boolean> {
  const added = await tx
    .insert(followings)
    .values(values)
    .onConflictDoNothing()
    .returning({ subjectId: followings.subjectId });
  return added.length > 0;
}

/** False for whoever did not follow. */
export async function deleteFollowing(tx: Db, of: FollowingOf): Promise<boolean> {
  const gone = await tx
    .delete(followings)
    .where(isFollowing(of))
    .returning({ subjectId: followings.subjectId });
  return gone.length > 0;
}

/**
 * Sets how often one hears; false for whoever does not follow, or hears so already. A monthly digest tells from now
 * on: what was before came message by message.
 */
export async function setPace(tx: Db, of: FollowingOf, pace: FollowingPace, now: Date): Promise<boolean> {
  const changed = await tx
    .update(followings)
    .set({ pace, toldUntil: pace === "monthly" ? now : null })
    .where(and(isFollowing(of), sql`${followings.pace} <> ${pace}`))
    .returning({ subjectId: followings.subjectId });
  return changed.length > 0;
}

/** How many things an account follows. */
export async function countFollowings(db: Db, accountId: string): Promise<number> {
  return db.$count(followings, eq(followings.accountId, accountId));
}
