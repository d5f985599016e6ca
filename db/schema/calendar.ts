import { pgTable, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./account.ts";
import { instant } from "./columns.ts";

/** A person's own calendar. Its address is made of the id and a key that is not in the database; a new id ends the old address. */
export const calendarFeeds = pgTable("calendar_feeds", {
  accountId: uuid()
    .primaryKey()
    .references(() => accounts.id, { onDelete: "cascade" }),
  id: uuid().notNull().unique(),
  madeAt: instant().notNull(),
});
