import { and, asc, desc, eq, inArray, isNotNull, lt, or, type SQL } from "drizzle-orm";
import type { AgeBand, Connection } from "#app/domain/account/account.ts";
import type { Scope } from "#app/domain/actor.ts";
import { accounts, residentConnections, residents } from "#db/schema/account.ts";
import { mailStops } from "#db/schema/mail.ts";
import type { Db } from "#db/types.ts";
import { findAccountByEmail, type Account } from "./account.ts";

/**
 * The open resident's account of an address, made where there is none; two sign-ins at the same moment make one.
 * `isNew` where this call made it.
 */
export async function openResidentAccount(
  tx: Db,
  { email, emailKey, now }: { email: string; emailKey: string; now: Date },
): Promise<{ account: Account; isNew: boolean }> {
  const known = await findAccountByEmail(tx, "resident", emailKey);
  if (known !== null) return { account: known, isNew: false };
  const [made] = await tx
    .insert(accounts)
    .values({ kind: "resident", status: "active", email, emailKey, createdAt: now })
    .onConflictDoNothing()
    .returning();
  const account = made ?? (await findAccountByEmail(tx, "resident", emailKey));
  if (account === null) throw new Error("The account of an address was neither there nor could be made.");
  return { account, isNew: made !== undefined };
}

/** Locks an account, so that what is counted of it stays as counted; null where the actor does not see it. */
export async function lockAccount(tx: Db, id: string): Promise<Account | null> {
  const [account] = await tx.select().from(accounts).where(eq(accounts.id, id)).for("update");
  return account ?? null;
}

/** What a resident said of themselves. */
export async function findResident(db: Db, accountId: string) {
  const [said] = await db
    .select({ ageBand: residents.ageBand })
    .from(residents)
    .where(eq(residents.accountId, accountId));
  const connections = await db
    .select({ neighbourhoodId: residentConnections.neighbourhoodId, kind: residentConnections.kind })
    .from(residentConnections)
    .where(eq(residentConnections.accountId, accountId))
    .orderBy(asc(residentConnections.neighbourhoodId));
  return { ageBand: said?.ageBand ?? null, connections };
}

export async function setAgeBand(tx: Db, accountId: string, ageBand: AgeBand): Promise<void> {
  await tx
    .insert(residents)
    .values({ accountId, ageBand })
    .onConflictDoUpdate({ target: residents.accountId, set: { ageBand } });
}

/** Sets how a resident belongs to a neighbourhood: one way each. */
export async function setConnection(
  tx: Db,
  accountId: string,
  neighbourhoodId: string,
  kind: Connection,
): Promise<void> {
  await tx
    .insert(residentConnections)
    .values({ accountId, neighbourhoodId, kind })
    .onConflictDoUpdate({
      target: [residentConnections.accountId, residentConnections.neighbourhoodId],
      set: { kind },
    });
}

/** False when there was no such connection. */
export async function deleteConnection(tx: Db, accountId: string, neighbourhoodId: string): Promise<boolean> {
  const deleted = await tx
    .delete(residentConnections)
    .where(
      and(
        eq(residentConnections.accountId, accountId),
        eq(residentConnections.neighbourhoodId, neighbourhoodId),
      ),
    )
    .returning({ neighbourhoodId: residentConnections.neighbourhoodId });
  return deleted.length > 0;
}

/** What whoever has this address stopped: kinds of messages, or "all". */
export async function stopsOf(db: Db, emailKey: string): Promise<string[]> {
  const stops = await db
    .select({ purpose: mailStops.purpose })
    .from(mailStops)
    .where(eq(mailStops.emailKey, emailKey));
  return stops.map(({ purpose }) => purpose);
}

/** Takes stops back; how many there were. */
export async function deleteStops(tx: Db, emailKey: string, purposes: readonly string[]): Promise<number> {
  const deleted = await tx
    .delete(mailStops)
    .where(and(eq(mailStops.emailKey, emailKey), inArray(mailStops.purpose, purposes)))
    .returning({ purpose: mailStops.purpose });
  return deleted.length;
}

/** Adds a resident without an address; false when the reference is taken. */
export async function insertEnteredResident(
  tx: Db,
  values: { accountId: string; enteredBy: string; reference: string; ageBand: AgeBand },
): Promise<boolean> {
  const added = await tx
    .insert(residents)
    .values(values)
    .onConflictDoNothing({ target: residents.reference })
    .returning({ accountId: residents.accountId });
  return added.length > 0;
}

const enteredIn = (scope: Scope): SQL | undefined =>
  and(
    isNotNull(residents.enteredBy),
    eq(accounts.status, "active"),
    scope.isForce ? undefined : inArray(residentConnections.neighbourhoodId, scope.neighbourhoodIds),
  );

/** A place in the list of residents whom staff entered: the newest first. */
export interface EnteredAfter {
  enteredAt: Date;
  accountId: string;
}

/** The residents whom staff entered for the neighbourhoods of a scope, the newest first, at most `limit`. */
export const listEnteredResidents = (db: Db, scope: Scope, after: EnteredAfter | null, limit: number) =>
  db
    .select({
      accountId: accounts.id,
      reference: residents.reference,
      ageBand: residents.ageBand,
      neighbourhoodId: residentConnections.neighbourhoodId,
      connection: residentConnections.kind,
      enteredAt: accounts.createdAt,
    })
    .from(residents)
    .innerJoin(accounts, eq(accounts.id, residents.accountId))
    .innerJoin(residentConnections, eq(residentConnections.accountId, residents.accountId))
    .where(
      and(
        enteredIn(scope),
        after === null
          ? undefined
          : or(
              lt(accounts.createdAt, after.enteredAt),
              and(eq(accounts.createdAt, after.enteredAt), lt(accounts.id, after.accountId)),
            ),
      ),
    )
    .orderBy(desc(accounts.createdAt), desc(accounts.id))
    .limit(limit);

/** The open account of a resident whom staff entered, by the reference on their paper; null where there is none. */
export async function findResidentByReference(db: Db, reference: string): Promise<string | null> {
  const [resident] = await db
    .select({ id: accounts.id })
    .from(residents)
    .innerJoin(accounts, and(eq(accounts.id, residents.accountId), eq(accounts.status, "active")))
    .where(eq(residents.reference, reference));
  return resident?.id ?? null;
}
