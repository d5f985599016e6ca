import { and, count, eq, lt, ne } from "drizzle-orm";
import type { Proofs } from "#app/domain/member/member.ts";
import { accounts } from "#db/schema/account.ts";
import { authenticators, passkeys, passwords } from "#db/schema/member.ts";
import type { Db } from "#db/types.ts";

/** A password's hash and the account it opens, by the key of an address; null where there is none to open. */
export async function findPassword(
  db: Db,
  emailKey: string,
): Promise<{ accountId: string; hash: string } | null> {
  const [found] = await db
    .select({ accountId: accounts.id, hash: passwords.hash })
    .from(accounts)
    .innerJoin(passwords, eq(passwords.accountId, accounts.id))
    .where(and(eq(accounts.kind, "member"), eq(accounts.emailKey, emailKey), ne(accounts.status, "closed")))
    .limit(1);
  return found ?? null;
}

/** Sets or replaces a password together with the authenticator app it counts with. */
export async function putPassword(
  tx: Db,
  { accountId, hash, sealedSecret, lastStep }: PasswordProof,
  now: Date,
): Promise<void> {
  await tx
    .insert(passwords)
    .values({ accountId, hash, changedAt: now })
    .onConflictDoUpdate({ target: passwords.accountId, set: { hash, changedAt: now } });
  await tx
    .insert(authenticators)
    .values({ accountId, sealedSecret, lastStep, confirmedAt: now })
    .onConflictDoUpdate({
      target: authenticators.accountId,
      set: { sealedSecret, lastStep, confirmedAt: now },
    });
}

export interface PasswordProof {
  accountId: string;
  hash: string;
  sealedSecret: string;
  /** The thirty-second step whose code confirmed the app: it is used up. */
  lastStep: number;
}

export async function findAuthenticator(db: Db, accountId: string): Promise<{ sealedSecret: string } | null> {
  const [found] = await db
    .select({ sealedSecret: authenticators.sealedSecret })
    .from(authenticators)
    .where(eq(authenticators.accountId, accountId))
    .limit(1);
  return found ?? null;
}

/** Uses up a step of an authenticator; false when it, or a later one, was used before. */
export async function useUpStep(tx: Db, accountId: string, step: number): Promise<boolean> {
  const used = await tx
    .update(authenticators)
    .set({ lastStep: step })
    .where(and(eq(authenticators.accountId, accountId), lt(authenticators.lastStep, step)))
    .returning({ accountId: authenticators.accountId });
  return used.length > 0;
}

/** What an account can sign in by. */
export async function proofsOf(db: Db, accountId: string): Promise<Proofs> {
  const [keys] = await db.select({ count: count() }).from(passkeys).where(eq(passkeys.accountId, accountId));
  const [password] = await db
    .select({ accountId: passwords.accountId })
    .from(passwords)
    .where(eq(passwords.accountId, accountId))
    .limit(1);
  return { passkeys: keys?.count ?? 0, hasPassword: password !== undefined };
}

/** Takes every passkey, password and authenticator from an account. */
export async function eraseProofs(tx: Db, accountId: string): Promise<void> {
  await tx.delete(passkeys).where(eq(passkeys.accountId, accountId));
  await tx.delete(passwords).where(eq(passwords.accountId, accountId));
  await tx.delete(authenticators).where(eq(authenticators.accountId, accountId));
}
