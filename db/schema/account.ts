import { sql } from "drizzle-orm";
import {
  date,
  index,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { roles } from "#app/domain/access.ts";
import {
  accountKinds,
  accountStatuses,
  ageBands,
  areaKinds,
  connections,
} from "#app/domain/account/account.ts";
import { agencies } from "./agency.ts";
import { neighbourhoods } from "./neighbourhood.ts";
import { people, posts } from "./team.ts";

export const accountKind = pgEnum("account_kind", accountKinds);
export const accountStatus = pgEnum("account_status", accountStatuses);
export const ageBand = pgEnum("age_band", ageBands);
export const connectionKind = pgEnum("connection_kind", connections);
export const role = pgEnum("role", roles);
export const areaKind = pgEnum("area_kind", areaKinds);

const instant = () => timestamp({ withTimezone: true });

/** Somebody who can sign in. The id is all that the audit record keeps of them. */
export const accounts = pgTable(
  "accounts",
  {
    id: uuid().primaryKey().defaultRandom(),
    kind: accountKind().notNull(),
    status: accountStatus().notNull(),
    /** As the provider or the person gave it; a resident gives none. */
    name: text(),
    email: text(),
    /** HMAC of the normalised address: what finds an account again. */
    emailKey: text(),
    /** The person of the teams import whose posts give this account its roles. */
    personId: uuid()
      .unique()
      .references(() => people.id),
    /** The agency an invited partner speaks for. */
    agencyId: uuid().references(() => agencies.id),
    createdAt: instant().notNull(),
    lastSeenAt: instant(),
    closedAt: instant(),
  },
  (t) => [
    uniqueIndex("accounts_email")
      .on(t.kind, t.emailKey)
      .where(sql`${t.emailKey} is not null and ${t.status} <> 'closed'`),
    index().on(t.kind, t.status, t.createdAt),
    index().on(t.agencyId),
  ],
);

/** A staff account as the force's identity provider knows it. */
export const identities = pgTable(
  "identities",
  {
    issuer: text().notNull(),
    subject: text().notNull(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    createdAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.issuer, t.subject] }), index().on(t.accountId)],
);

/** What a resident says of themselves; no date of birth, no street address. */
export const residents = pgTable("residents", {
  accountId: uuid()
    .primaryKey()
    .references(() => accounts.id, { onDelete: "cascade" }),
  ageBand: ageBand(),
  /** Staff who entered this resident for them, where there is no email address. */
  enteredBy: uuid(),
  /** "R-7K3F": what staff write on the paper of a resident they entered. */
  reference: text().unique(),
});

export const residentConnections = pgTable(
  "resident_connections",
  {
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    neighbourhoodId: uuid()
      .notNull()
      .references(() => neighbourhoods.id),
    kind: connectionKind().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.neighbourhoodId] }), index().on(t.neighbourhoodId)],
);

/**
 * A role given to an account between two dates (the last day included), for an area, or by a post that no imported
 * person holds: then role and area are the post's.
 */
export const appointments = pgTable(
  "appointments",
  {
    id: uuid().primaryKey().defaultRandom(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    role: role(),
    areaKind: areaKind(),
    /** The BCU, section, partnership, team or neighbourhood; null for the force. */
    areaId: uuid(),
    postId: uuid().references(() => posts.id),
    startsOn: date().notNull(),
    endsOn: date(),
    appointedBy: uuid(),
    createdAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [index().on(t.accountId), index().on(t.postId)],
);

/** While somebody is away, their deputy holds their roles too, so that no clock stops with them. */
export const absences = pgTable(
  "absences",
  {
    id: uuid().primaryKey().defaultRandom(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    deputyId: uuid().references(() => accounts.id, { onDelete: "set null" }),
    startsOn: date().notNull(),
    endsOn: date(),
    recordedBy: uuid(),
    createdAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [index().on(t.accountId), index().on(t.deputyId)],
);
