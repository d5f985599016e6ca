import { and, asc, eq, lt, ne, or } from "drizzle-orm";
import { accounts } from "#db/schema/account.ts";
import { passkeys } from "#db/schema/member.ts";
import type { Db } from "#db/types.ts";

// More than a person has devices; only bounds the list.
export const mostPasskeys = 20;

export type Passkey = typeof passkeys.$inferSelect;

/** Adds a passkey. Throws when its id is in use: ask `isPasskeyKnown` first. */
export async function insertPasskey(tx: Db, values: typeof passkeys.$inferInsert): Promise<void> {
  await tx.insert(passkeys).values(values);
}

/** Whether anybody has a passkey of this id. */
export async function isPasskeyKnown(db: Db, id: string): Promise<boolean> {
  const known = await db.select({ id: passkeys.id }).from(passkeys).where(eq(passkeys.id, id)).limit(1);
  return known.length > 0;
}

/** The passkeys of an account, the oldest first. */
export const listPasskeys = (db: Db, accountId: string): Promise<Passkey[]> =>
  db
    .select()
    .from(passkeys)
    .where(eq(passkeys.accountId, accountId))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id))
    .limit(mostPasskeys);

/** A passkey of an open member account, by the id that the browser names; null where there is none. */
export async function findPasskey(db: Db, id: string): Promise<Passkey | null> {
  const [found] = await db
    .select({ passkey: passkeys })
    .from(passkeys)
    .innerJoin(accounts, eq(accounts.id, passkeys.accountId))
    .where(and(eq(passkeys.id, id), eq(accounts.kind, "member"), ne(accounts.status, "closed")))
    .limit(1);
  return found?.passkey ?? null;
}

/** Records a use; false when another use with this count came first. Synced passkeys always count 0. */
export async function touchPasskey(tx: Db, id: string, counter: number, now: Date): Promise<boolean> {
  const touched = await tx
    .update(passkeys)
    .set({ counter, lastUsedAt: now })
    .where(
      and(
        eq(passkeys.id, id),
        counter === 0 ? eq(passkeys.counter, 0) : or(lt(passkeys.counter, counter), eq(passkeys.counter, 0)),
      ),
    )
    .returning({ id: passkeys.id });
  return touched.length > 0;
}

/** False when the account has no such passkey. */
export async function renamePasskey(tx: Db, accountId: string, id: string, name: string): Promise<boolean> {
  const renamed = await tx
    .update(passkeys)
    .set({ name })
    .where(and(eq(passkeys.id, id), eq(passkeys.accountId, accountId)))
    .returning({ id: passkeys.id });
  return renamed.length > 0;
}

/** False when the account has no such passkey. */
export async function deletePasskey(tx: Db, accountId: string, id: string): Promise<boolean> {
  const deleted = await tx
    .delete(passkeys)
    .where(and(eq(passkeys.id, id), eq(passkeys.accountId, accountId)))
    .returning({ id: passkeys.id });
  return deleted.length > 0;
}
