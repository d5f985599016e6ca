import {
  bigint,
  boolean,
  date,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { memberKinds } from "#app/domain/account/account.ts";
import { accounts, areaKind } from "./account.ts";
import { agencies } from "./agency.ts";

export const memberKind = pgEnum("member_kind", memberKinds);

const instant = () => timestamp({ withTimezone: true });
const accountId = () =>
  uuid()
    .notNull()
    .references(() => accounts.id, { onDelete: "cascade" });

/** An invitation by email; for an account that exists, the way back after losing a passkey or password. */
export const invitations = pgTable(
  "invitations",
  {
    id: uuid().primaryKey().defaultRandom(),
    tokenHash: text().notNull().unique(),
    kind: memberKind().notNull(),
    /** Erased once accepted, expired or withdrawn. */
    email: text(),
    emailKey: text().notNull(),
    agencyId: uuid().references(() => agencies.id),
    areaKind: areaKind(),
    areaId: uuid(),
    endsOn: date(),
    /** The account to give a way back to, or that came of it; null while somebody new has not accepted. */
    accountId: uuid().references(() => accounts.id, { onDelete: "cascade" }),
    invitedBy: uuid().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
    withdrawnAt: instant(),
  },
  (t) => [index().on(t.emailKey), index().on(t.agencyId), index().on(t.invitedBy)],
);

/** A passkey. `publicKey` and the id are base64url. */
export const passkeys = pgTable(
  "passkeys",
  {
    id: text().primaryKey(),
    accountId: accountId(),
    publicKey: text().notNull(),
    counter: bigint({ mode: "number" }).notNull(),
    transports: text().array().notNull(),
    isBackedUp: boolean().notNull(),
    name: text().notNull(),
    createdAt: instant().notNull(),
    lastUsedAt: instant(),
  },
  (t) => [index().on(t.accountId)],
);

/** scrypt hash with its salt and cost, as one text. */
export const passwords = pgTable("passwords", {
  accountId: accountId().primaryKey(),
  hash: text().notNull(),
  changedAt: instant().notNull(),
});

/** The secret behind an authenticator app, sealed under a key that is not in the database. */
export const authenticators = pgTable("authenticators", {
  accountId: accountId().primaryKey(),
  sealedSecret: text().notNull(),
  /** The last thirty-second step that was accepted: no code counts twice. */
  lastStep: bigint({ mode: "number" }).notNull(),
  confirmedAt: instant(),
});

/** Which version of the members' agreement somebody accepted before they were let in. */
export const memberAgreements = pgTable(
  "member_agreements",
  { accountId: accountId(), version: integer().notNull(), acceptedAt: instant().notNull() },
  (t) => [primaryKey({ columns: [t.accountId, t.version] })],
);

/** A member who says that they lost their passkey or password; goes when a way back is sent. */
export const lostProofs = pgTable("lost_proofs", {
  accountId: accountId().primaryKey(),
  askedAt: instant().notNull(),
});
