import { and, desc, eq, gte, inArray, isNull, lte, ne, or, sql, type SQL } from "drizzle-orm";
import { isAuthority, type Authority, type AuthorityLine } from "#app/domain/abstraction/authority.ts";
import type { Scope } from "#app/domain/actor.ts";
import { responseTeams } from "#db/schema/abstraction.ts";
import { abstractionAuthorities, abstractionRequests } from "#db/schema/abstraction-request.ts";
import { posts } from "#db/schema/team.ts";
import type { Db } from "#db/types.ts";
import { isPostReached } from "./post-reach.ts";

// A line for each code and step; only bounds.
const mostLines = 200;
const mostTeams = 200;

export type AbstractionRequest = typeof abstractionRequests.$inferSelect;

/** Who may authorise what, by code and step. */
export async function listAuthorities(db: Db): Promise<AuthorityLine[]> {
  const rows = await db
    .select()
    .from(abstractionAuthorities)
    .orderBy(abstractionAuthorities.code, abstractionAuthorities.overMinutes)
    .limit(mostLines);
  return rows.flatMap(({ authority, told, ...line }) =>
    isAuthority(authority)
      ? [{ ...line, authority, told: told !== null && isAuthority(told) ? told : null }]
      : [],
  );
}

export async function setAuthority(tx: Db, { code, overMinutes, ...who }: AuthorityLine): Promise<boolean> {
  const changed = await tx
    .update(abstractionAuthorities)
    .set(who)
    .where(and(eq(abstractionAuthorities.code, code), eq(abstractionAuthorities.overMinutes, overMinutes)))
    .returning({ code: abstractionAuthorities.code });
  return changed.length > 0;
}

export type ResponseTeam = typeof responseTeams.$inferSelect;

/** The response teams by name; those that are closed last. */
export const listResponseTeams = (db: Db): Promise<ResponseTeam[]> =>
  db.select().from(responseTeams).orderBy(responseTeams.isClosed, responseTeams.name).limit(mostTeams);

export async function findResponseTeam(db: Db, id: string): Promise<ResponseTeam | null> {
  const [found] = await db.select().from(responseTeams).where(eq(responseTeams.id, id)).limit(1);
  return found ?? null;
}

/** Adds a team, or changes the one with this code's id; false where another has the code. */
export async function saveResponseTeam(
  tx: Db,
  { id, ...team }: Omit<ResponseTeam, "id"> & { id: string | null },
): Promise<boolean> {
  const [taken] = await tx
    .select({ id: responseTeams.id })
    .from(responseTeams)
    .where(and(eq(responseTeams.code, team.code), id === null ? undefined : ne(responseTeams.id, id)))
    .limit(1);
  if (taken !== undefined) return false;
  const saved =
    id === null
      ? await tx.insert(responseTeams).values(team).onConflictDoNothing().returning({ id: responseTeams.id })
      : await tx
          .update(responseTeams)
          .set(team)
          .where(eq(responseTeams.id, id))
          .returning({ id: responseTeams.id });
  return saved.length > 0;
}

export async function insertRequest(
  tx: Db,
  values: typeof abstractionRequests.$inferInsert,
): Promise<AbstractionRequest> {
  const [row] = await tx.insert(abstractionRequests).values(values).returning();
  if (row === undefined) throw new Error("The database returned no request.");
  return row;
}

export async function findRequest(db: Db, id: string): Promise<AbstractionRequest | null> {
  const [row] = await db.select().from(abstractionRequests).where(eq(abstractionRequests.id, id)).limit(1);
  return row ?? null;
}

/** The request, held until the transaction ends. */
export async function lockRequest(tx: Db, id: string): Promise<AbstractionRequest | null> {
  const [row] = await tx
    .select()
    .from(abstractionRequests)
    .where(eq(abstractionRequests.id, id))
    .limit(1)
    .for("update");
  return row ?? null;
}

export const setRequest = (
  tx: Db,
  id: string,
  values: Partial<typeof abstractionRequests.$inferInsert>,
): Promise<unknown> =>
  tx
    .update(abstractionRequests)
    .set({ ...values, version: sql`${abstractionRequests.version} + 1` })
    .where(eq(abstractionRequests.id, id));

/** Whether a post is asked for, and not refused, by another request that begins in these days, the first and last moment included. */
export async function wasAskedFor(
  db: Db,
  postId: string,
  { since, until, except }: { since: Date; until: Date; except: string | null },
): Promise<boolean> {
  const rows = await db
    .select({ id: abstractionRequests.id })
    .from(abstractionRequests)
    .where(
      and(
        eq(abstractionRequests.postId, postId),
        inArray(abstractionRequests.state, ["asked", "authorised"]),
        gte(abstractionRequests.startsAt, since),
        lte(abstractionRequests.startsAt, until),
        except === null ? undefined : ne(abstractionRequests.id, except),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** A request in a list. */
export type ListedRequest = Pick<
  AbstractionRequest,
  "id" | "postId" | "startsAt" | "endsAt" | "code" | "state" | "authority" | "isEmergency" | "askedAt"
> & { post: string };

const list = (db: Db, condition: SQL | undefined, limit: number): Promise<ListedRequest[]> =>
  db
    .select({
      id: abstractionRequests.id,
      postId: abstractionRequests.postId,
      post: posts.reference,
      startsAt: abstractionRequests.startsAt,
      endsAt: abstractionRequests.endsAt,
      code: abstractionRequests.code,
      state: abstractionRequests.state,
      authority: abstractionRequests.authority,
      isEmergency: abstractionRequests.isEmergency,
      askedAt: abstractionRequests.askedAt,
    })
    .from(abstractionRequests)
    .innerJoin(posts, eq(posts.id, abstractionRequests.postId))
    .where(condition)
    .orderBy(desc(abstractionRequests.askedAt), desc(abstractionRequests.id))
    .limit(limit);

/** Who decides, and where. */
export interface Decider {
  roles: readonly Authority[];
  accountId: string;
  scope: Scope;
}

/** Waits for one of these authorities about posts of the scope, and was not asked by this account. */
const isToDecide = (db: Db, { roles, accountId, scope }: Decider) =>
  and(
    eq(abstractionRequests.state, "asked"),
    inArray(abstractionRequests.authority, [...roles]),
    or(isNull(abstractionRequests.askedBy), ne(abstractionRequests.askedBy, accountId)),
    isPostReached(db, scope, sql`${abstractionRequests.postId}`),
  );

/** What waits for somebody to decide, the latest first. */
export const listToDecide = (db: Db, decider: Decider, limit: number): Promise<ListedRequest[]> =>
  list(db, isToDecide(db, decider), limit);

/** How many requests wait for somebody to decide. */
export const countToDecide = (db: Db, decider: Decider): Promise<number> =>
  db.$count(abstractionRequests, isToDecide(db, decider));

/** What an account asked for, the latest first. */
export const listAskedBy = (db: Db, accountId: string, limit: number): Promise<ListedRequest[]> =>
  list(db, eq(abstractionRequests.askedBy, accountId), limit);

/** What was asked of the posts of a scope, the latest first. */
export const listAskedOf = (db: Db, scope: Scope, limit: number): Promise<ListedRequest[]> =>
  list(db, isPostReached(db, scope, sql`${abstractionRequests.postId}`), limit);
