import { jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";

/** What this force has set otherwise than the platform's default: figures, and the address of its contact centre. */
export const settings = pgTable("settings", {
  key: text().primaryKey(),
  value: jsonb().notNull(),
  changedAt: instant().notNull(),
  changedBy: uuid(),
});
