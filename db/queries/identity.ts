import { and, asc, eq, sql } from "drizzle-orm";
import type { Day } from "#app/domain/team/day.ts";
import { accounts, appointments, identities } from "#db/schema/account.ts";
import { sessions } from "#db/schema/session.ts";
import type { Db } from "#db/types.ts";
import { isAppointedOn } from "./appointed-on.ts";
import type { Account } from "./account.ts";

/** What the identity provider knows a person by; the two belong together. */
export interface IdentityKey {
  issuer: string;
  subject: string;
}

/** Lets nobody else sign in as this identity until the transaction ends, so that a first time happens once. */
export async function lockIdentity(tx: Db, { issuer, subject }: IdentityKey): Promise<void> {
  const name = JSON.stringify(["identity", issuer, subject]);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}

/** Lets nobody else make a first administrator until the transaction ends. */
export async function lockAdministrators(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('first administrator', 0))`);
}

/** The account behind an identity, whatever its status, or null at a first sign-in. */
export async function findAccountByIdentity(
  db: Db,
  { issuer, subject }: IdentityKey,
): Promise<Account | null> {
  const [found] = await db
    .select({ account: accounts })
    .from(identities)
    .innerJoin(accounts, eq(accounts.id, identities.accountId))
    .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)))
    .limit(1);
  return found?.account ?? null;
}

/** What an account is known by at the provider, the last linked first; null for one that never signed in there. */
export async function findIdentityOf(db: Db, accountId: string): Promise<IdentityKey | null> {
  const [found] = await db
    .select({ issuer: identities.issuer, subject: identities.subject })
    .from(identities)
    .where(eq(identities.accountId, accountId))
    .orderBy(sql`${identities.createdAt} desc`, identities.subject)
    .limit(1);
  return found ?? null;
}

export async function insertIdentity(tx: Db, values: typeof identities.$inferInsert): Promise<void> {
  await tx.insert(identities).values(values);
}

/** The session of this reference rests on a proof given earlier than it began. */
export async function dateProof(tx: Db, referenceHash: string, authenticatedAt: Date): Promise<void> {
  await tx.update(sessions).set({ authenticatedAt }).where(eq(sessions.referenceHash, referenceHash));
}

/** The administrators of the force on a day, by name; at most `most`. */
export const listAdministrators = (db: Db, today: Day, most: number) =>
  db
    .selectDistinct({ id: accounts.id, name: accounts.name })
    .from(appointments)
    .innerJoin(accounts, eq(accounts.id, appointments.accountId))
    .where(and(eq(appointments.role, "administrator"), eq(accounts.status, "active"), isAppointedOn(today)))
    .orderBy(asc(accounts.name), asc(accounts.id))
    .limit(most);

/** Makes an account an administrator of the force from a day on; gives the appointment's id. */
export async function appointAdministrator(
  tx: Db,
  accountId: string,
  startsOn: Day,
  now: Date,
): Promise<string> {
  const [appointment] = await tx
    .insert(appointments)
    .values({ accountId, role: "administrator", areaKind: "force", startsOn, createdAt: now })
    .returning({ id: appointments.id });
  if (appointment === undefined) throw new Error("The database returned no appointment.");
  return appointment.id;
}
