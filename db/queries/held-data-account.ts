import { eq, or } from "drizzle-orm";
import { accounts, identities, residentConnections, residents } from "#db/schema/account.ts";
import { invitations } from "#db/schema/member.ts";
import { neighbourhoods } from "#db/schema/neighbourhood.ts";
import { type HeldPart, isOfAddress, mostRows, ownRows } from "./held-data.ts";

/** The account's own row stays, closed and empty: its id stands in the audit record. */
export const heldAccount: HeldPart = {
  tables: ["accounts"],
  read: async (db, { accountId }) => {
    const { kind, status, name, email, createdAt, lastSeenAt, closedAt } = accounts;
    const [account] = await db
      .select({ number: accounts.id, kind, status, name, email, createdAt, lastSeenAt, closedAt })
      .from(accounts)
      .where(eq(accounts.id, accountId));
    return account ?? null;
  },
  erase: (tx, { accountId }) =>
    tx
      .update(accounts)
      .set({ name: null, email: null, emailKey: null, personId: null, lastSeenAt: null })
      .where(eq(accounts.id, accountId)),
};

export const heldResident = ownRows(residents, {
  ageBand: residents.ageBand,
  enteredBy: residents.enteredBy,
  reference: residents.reference,
});

export const heldConnections: HeldPart = {
  ...ownRows(residentConnections, {}),
  read: (db, { accountId }) =>
    db
      .select({ neighbourhood: neighbourhoods.slug, connection: residentConnections.kind })
      .from(residentConnections)
      .innerJoin(neighbourhoods, eq(neighbourhoods.id, residentConnections.neighbourhoodId))
      .where(eq(residentConnections.accountId, accountId))
      .limit(mostRows),
};

export const heldIdentities = ownRows(identities, {
  issuer: identities.issuer,
  subject: identities.subject,
  createdAt: identities.createdAt,
});

export const heldInvitations: HeldPart = {
  tables: ["invitations"],
  read: (db, of) =>
    db
      .select({
        kind: invitations.kind,
        email: invitations.email,
        createdAt: invitations.createdAt,
        expiresAt: invitations.expiresAt,
        acceptedAt: invitations.acceptedAt,
        withdrawnAt: invitations.withdrawnAt,
      })
      .from(invitations)
      .where(or(eq(invitations.accountId, of.accountId), isOfAddress(invitations.emailKey, of)))
      .limit(mostRows),
  // An invitation is its sender's act; what it holds of the reader goes when it is accepted or expires.
  erase: () => Promise.resolve(),
};
