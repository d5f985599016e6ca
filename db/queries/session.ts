import { and, desc, eq, gt, isNull, ne } from "drizzle-orm";
import { accounts } from "#db/schema/account.ts";
import { sessions } from "#db/schema/session.ts";
import type { Db } from "#db/types.ts";

// More than a person has browsers; only bounds the list.
const mostSessions = 50;

export async function insertSession(tx: Db, values: typeof sessions.$inferInsert): Promise<string> {
  const [session] = await tx.insert(sessions).values(values).returning({ id: sessions.id });
  if (session === undefined) throw new Error("The database returned no session.");
  return session.id;
}

/** A live session and the account behind it, by the hash of its reference; idle limits are the caller's to judge. */
export async function findSession(db: Db, referenceHash: string, now: Date) {
  const [found] = await db
    .select({
      id: sessions.id,
      method: sessions.method,
      lastSeenAt: sessions.lastSeenAt,
      authenticatedAt: sessions.authenticatedAt,
      accountId: accounts.id,
      accountKind: accounts.kind,
      accountStatus: accounts.status,
      name: accounts.name,
      agencyId: accounts.agencyId,
      personId: accounts.personId,
    })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(
      and(
        eq(sessions.referenceHash, referenceHash),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, now),
        ne(accounts.status, "closed"),
      ),
    )
    .limit(1);
  return found ?? null;
}

export async function touchSession(tx: Db, id: string, now: Date): Promise<void> {
  await tx.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, id));
}

/** The person of this session has just proved who they are again. */
export async function refreshSession(tx: Db, id: string, referenceHash: string, now: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ authenticatedAt: now, lastSeenAt: now, referenceHash })
    .where(eq(sessions.id, id));
}

/** Ends one session of an account; false when it was not live or not theirs. */
export async function endSessionOf(tx: Db, accountId: string, id: string, now: Date): Promise<boolean> {
  const ended = await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(and(eq(sessions.id, id), eq(sessions.accountId, accountId), isNull(sessions.endedAt)))
    .returning({ id: sessions.id });
  return ended.length > 0;
}

/** Ends every live session of an account, but `exceptId` where given; how many there were. */
export async function endSessionsOf(
  tx: Db,
  accountId: string,
  now: Date,
  exceptId?: string,
): Promise<number> {
  const ended = await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(
      and(
        eq(sessions.accountId, accountId),
        isNull(sessions.endedAt),
        exceptId === undefined ? undefined : ne(sessions.id, exceptId),
      ),
    )
    .returning({ id: sessions.id });
  return ended.length;
}

/** The live sessions of an account, the last used first. */
export const listSessions = (db: Db, accountId: string, now: Date) =>
  db
    .select({
      id: sessions.id,
      device: sessions.device,
      method: sessions.method,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(and(eq(sessions.accountId, accountId), isNull(sessions.endedAt), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
    .limit(mostSessions);
