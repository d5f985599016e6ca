import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { taskingLevels } from "#app/domain/tasking/level.ts";
import { accounts } from "./account.ts";
import { agencies } from "./agency.ts";
import { instant } from "./columns.ts";
import { neighbourhoods } from "./neighbourhood.ts";
import { bcus, partnerships } from "./structure.ts";

export const taskingLevel = pgEnum("tasking_level", taskingLevels);

/** Who meets again and again: a partnership's tasking group, a BCU's, the force's, the delivery group, the board. */
export const taskingGroups = pgTable(
  "tasking_groups",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** In addresses, and before the numbers of its meetings and actions: "AV" in AV/2026/11 and AV-214. */
    code: text().notNull().unique(),
    name: text().notNull(),
    level: taskingLevel().notNull(),
    partnershipId: uuid().references(() => partnerships.id),
    bcuId: uuid().references(() => bcus.id),
    /** Of the whole force: then it has no neighbourhoods of its own. */
    isForce: boolean().notNull(),
    /** May call, record and finish its meetings, besides whoever may by their role. */
    chairId: uuid().references(() => accounts.id, { onDelete: "set null" }),
    deputyId: uuid().references(() => accounts.id, { onDelete: "set null" }),
    /** "Keystone": programmes it works under. */
    programme: text(),
    endedAt: instant(),
    madeAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check(
      "tasking_groups_force",
      sql`not ${t.isForce} or (${t.partnershipId} is null and ${t.bcuId} is null)`,
    ),
    index().on(t.partnershipId),
  ],
);

/** The neighbourhoods a group works for; those of a partnership or BCU are renewed from the structure in force. */
export const taskingGroupNeighbourhoods = pgTable(
  "tasking_group_neighbourhoods",
  {
    groupId: uuid()
      .notNull()
      .references(() => taskingGroups.id, { onDelete: "cascade" }),
    neighbourhoodId: uuid()
      .notNull()
      .references(() => neighbourhoods.id),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.neighbourhoodId] }), index().on(t.neighbourhoodId)],
);

/** Who is asked to each meeting of a group, and for which agency. Whoever leaves loses every meeting of it. */
export const taskingMembers = pgTable(
  "tasking_members",
  {
    id: uuid().primaryKey().defaultRandom(),
    groupId: uuid()
      .notNull()
      .references(() => taskingGroups.id, { onDelete: "cascade" }),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    agencyId: uuid()
      .notNull()
      .references(() => agencies.id),
    /** "Community safety officer". */
    position: text().notNull(),
    joinedAt: instant().notNull(),
    leftAt: instant(),
  },
  (t) => [
    uniqueIndex("tasking_members_now")
      .on(t.groupId, t.accountId)
      .where(sql`${t.leftAt} is null`),
    index().on(t.accountId),
  ],
);
