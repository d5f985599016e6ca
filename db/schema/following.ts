import { sql } from "drizzle-orm";
import { index, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { followedKinds, followingPaces, staffPaces } from "#app/domain/following/following.ts";
import { accounts } from "./account.ts";
import { instant } from "./columns.ts";
import { neighbourhoods } from "./neighbourhood.ts";

export const followedKind = pgEnum("followed_kind", followedKinds);
export const followingPace = pgEnum("following_pace", followingPaces);
export const staffPace = pgEnum("staff_pace", staffPaces);

/** Who wants to hear of what. A voter who asked to be told follows the cycle: never a choice. */
export const followings = pgTable(
  "followings",
  {
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    kind: followedKind().notNull(),
    subjectId: uuid().notNull(),
    pace: followingPace().notNull(),
    since: instant().notNull(),
    /** Of a monthly digest: up to when it told. */
    toldUntil: instant(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.kind, t.subjectId] }), index().on(t.kind, t.subjectId)],
);

/** A public line of news, told to those who follow its subject or its neighbourhood. */
export const news = pgTable(
  "news",
  {
    id: uuid().primaryKey().defaultRandom(),
    at: instant().notNull(),
    neighbourhoodId: uuid()
      .notNull()
      .references(() => neighbourhoods.id),
    kind: followedKind().notNull(),
    subjectId: uuid().notNull(),
    line: text().notNull(),
    /** Where it stands, on this site. */
    path: text().notNull(),
    /** Followers who want each message were told. */
    toldAt: instant(),
  },
  (t) => [
    index("news_untold")
      .on(t.at)
      .where(sql`${t.toldAt} is null`),
    index().on(t.kind, t.subjectId, t.at),
    index().on(t.neighbourhoodId, t.at),
  ],
);

/** How a member of staff wants to be told. */
export const staffPreferences = pgTable("staff_preferences", {
  accountId: uuid()
    .primaryKey()
    .references(() => accounts.id, { onDelete: "cascade" }),
  pace: staffPace().notNull(),
  digestSentAt: instant(),
});

/** Something new, late or escalated that is a member of staff's to do; sent as it happens or in the daily digest. */
export const staffNotices = pgTable(
  "staff_notices",
  {
    id: uuid().primaryKey().defaultRandom(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    at: instant().notNull(),
    kind: text({ enum: ["new", "late", "escalated"] }).notNull(),
    /** Ours: a reference and what to do, never anybody's words. */
    line: text().notNull(),
    path: text().notNull(),
    toldAt: instant(),
  },
  (t) => [
    index("staff_notices_untold")
      .on(t.accountId, t.at)
      .where(sql`${t.toldAt} is null`),
    index().on(t.accountId, t.at),
    // When somebody was last told of a page.
    index().on(t.path, t.at),
  ],
);
