import { and, asc, eq, gte, inArray, isNull, lte, ne, or, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { AccountKind } from "#app/domain/account/account.ts";
import { isVoiceOfAnAgency } from "#app/domain/account/agency-voice.ts";
import type { Day } from "#app/domain/team/day.ts";
import type { HoldingKind, PostKind } from "#app/domain/team/team.ts";
import { accounts } from "#db/schema/account.ts";
import { people, postDetails, postHoldings, posts } from "#db/schema/team.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";

export type Account = typeof accounts.$inferSelect;

/** Adds an account and gives it back whole. */
export async function insertAccount(tx: Db, values: typeof accounts.$inferInsert): Promise<Account> {
  const [account] = await tx.insert(accounts).values(values).returning();
  if (account === undefined) throw new Error("The database returned no account.");
  return account;
}

/** The account of this id that the scope of the transaction shows, or null. */
export async function findAccount(db: Db, id: string): Promise<Account | null> {
  const [account] = await db.select().from(accounts).where(eq(accounts.id, id)).limit(1);
  return account ?? null;
}

/** The one open account of a kind with this address, or null. */
export async function findAccountByEmail(
  db: Db,
  kind: AccountKind,
  emailKey: string,
): Promise<Account | null> {
  const [account] = await db
    .select()
    .from(accounts)
    .where(and(eq(accounts.kind, kind), eq(accounts.emailKey, emailKey), ne(accounts.status, "closed")))
    .limit(1);
  return account ?? null;
}

/**
 * Whether an open account of staff, or of a member of an agency, has this address; never where there is no address.
 * Asked as the platform: nobody else sees the accounts of others.
 */
export async function speaksForAnAgency(tx: Db, emailKey: string | null): Promise<boolean> {
  if (emailKey === null) return false;
  const holder = alias(accounts, "holder");
  // Staff are told their address by the provider and have no key of it.
  const addresses = tx
    .select({ address: sql`lower(${holder.email})` })
    .from(holder)
    .where(and(eq(holder.emailKey, emailKey), ne(holder.status, "closed")));
  const found = await tx
    .select({ kind: accounts.kind, status: accounts.status, agencyId: accounts.agencyId })
    .from(accounts)
    .where(
      and(
        ne(accounts.kind, "resident"),
        ne(accounts.status, "closed"),
        or(
          eq(accounts.emailKey, emailKey),
          and(eq(accounts.kind, "staff"), inArray(sql`lower(trim(${accounts.email}))`, addresses)),
        ),
      ),
    )
    // Of one address there is one member at most: any second row is an officer's.
    .limit(2);
  return found.some(isVoiceOfAnAgency);
}

export async function updateAccount(
  tx: Db,
  id: string,
  values: Partial<typeof accounts.$inferInsert>,
): Promise<void> {
  await tx.update(accounts).set(values).where(eq(accounts.id, id));
}

/** The account linked to a person of the teams import, or null. */
export async function findAccountOfPerson(db: Db, personId: string): Promise<Account | null> {
  const [account] = await db.select().from(accounts).where(eq(accounts.personId, personId)).limit(1);
  return account ?? null;
}

/** The account, held until the transaction ends, so that what was read of it stays true; null where there is none. */
export async function lockAccount(tx: Db, id: string): Promise<Account | null> {
  const [account] = await tx.select().from(accounts).where(eq(accounts.id, id)).limit(1).for("update");
  return account ?? null;
}

// More posts than any team has; only a bound.
const mostHolders = 500;

/** A post of a team and one of those who hold it; `personId` is null where nobody does. */
export interface PostRow {
  postId: string;
  reference: string;
  kind: PostKind;
  personId: string | null;
  surname: string | null;
  holdingKind: HoldingKind | null;
  /** The account linked to the person, or the one that the vacant post was given to. */
  accountId: string | null;
}

const runsOn = (day: Day) =>
  and(lte(postHoldings.heldFrom, day), or(isNull(postHoldings.heldTo), gte(postHoldings.heldTo, day)));

const selectPosts = (db: Db, day: Day, where: SQL): Promise<PostRow[]> =>
  db
    .select({
      postId: postDetails.postId,
      reference: posts.reference,
      kind: postDetails.kind,
      personId: people.id,
      surname: people.surname,
      holdingKind: postHoldings.kind,
      accountId: accounts.id,
    })
    .from(postDetails)
    .innerJoin(posts, eq(posts.id, postDetails.postId))
    .leftJoin(
      postHoldings,
      and(
        eq(postHoldings.editionId, postDetails.editionId),
        eq(postHoldings.postId, postDetails.postId),
        runsOn(day),
      ),
    )
    .leftJoin(people, eq(people.id, postHoldings.personId))
    .leftJoin(accounts, eq(accounts.personId, people.id))
    .where(and(eq(postDetails.editionId, editionIdAt(db, "teams")), where))
    .orderBy(asc(postDetails.kind), asc(posts.reference), asc(postHoldings.kind), asc(people.id))
    .limit(mostHolders);

/** The posts of a team on a day in the edition in force: one row for each holder, one for each post without any. */
export const listPostsOfTeam = (db: Db, teamId: string, day: Day): Promise<PostRow[]> =>
  selectPosts(db, day, eq(postDetails.teamId, teamId));

/** One post of the edition in force, a row for each holder on the day; empty where it has no such post. */
export const findPost = (db: Db, postId: string, day: Day): Promise<PostRow[]> =>
  selectPosts(db, day, eq(postDetails.postId, postId));

/** Whether a person holds any post on a day in the edition in force. */
export async function holdsAnyPost(db: Db, personId: string, day: Day): Promise<boolean> {
  const rows = await db
    .select({ postId: postHoldings.postId })
    .from(postHoldings)
    .where(
      and(
        eq(postHoldings.editionId, editionIdAt(db, "teams")),
        eq(postHoldings.personId, personId),
        runsOn(day),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
