import { index, integer, pgEnum, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { signInMethods } from "#app/domain/session/session.ts";
import { accounts } from "./account.ts";

export const signInMethod = pgEnum("sign_in_method", signInMethods);

const instant = () => timestamp({ withTimezone: true });

/** A signed-in browser. The cookie holds a random reference; only its SHA-256 is kept. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid().primaryKey().defaultRandom(),
    referenceHash: text().notNull().unique(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    method: signInMethod().notNull(),
    /** The browser in words, "Firefox on Android", so that a person knows it again in their list. */
    device: text().notNull(),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    /** When the person last proved who they are. */
    authenticatedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [index().on(t.accountId), index().on(t.expiresAt)],
);

/** A six-digit code sent to an address, bound to the browser that asked for it. */
export const emailCodes = pgTable(
  "email_codes",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** What it is good for: "sign-in", "fresh". */
    purpose: text({ enum: ["sign-in", "fresh"] }).notNull(),
    email: text().notNull(),
    emailKey: text().notNull(),
    /** HMAC of id and code, under a key that is not in the database. */
    codeHash: text().notNull(),
    browserHash: text().notNull(),
    tries: integer().notNull().default(0),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [index().on(t.emailKey, t.createdAt), index().on(t.expiresAt)],
);

/** One step of a sign-in that waits for its answer: a passkey ceremony, a second factor. Single use. */
export const challenges = pgTable(
  "challenges",
  {
    id: uuid().primaryKey().defaultRandom(),
    purpose: text({
      enum: ["passkey-enrol", "passkey-sign-in", "second-factor", "authenticator-enrol"],
    }).notNull(),
    accountId: uuid().references(() => accounts.id, { onDelete: "cascade" }),
    value: text().notNull(),
    browserHash: text().notNull(),
    tries: integer().notNull().default(0),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [index().on(t.expiresAt)],
);

/** How often somebody may do something, counted over all processes. `key` holds no personal data in clear. */
export const allowances = pgTable(
  "allowances",
  {
    key: text().primaryKey(),
    count: integer().notNull(),
    windowEndsAt: instant().notNull(),
  },
  (t) => [index().on(t.windowEndsAt)],
);
