import { jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

const instant = () => timestamp({ withTimezone: true });

/** Work that the platform does by itself; the row is what one process takes so that no other does the same. */
export const backgroundTasks = pgTable("background_tasks", {
  name: text().primaryKey(),
  nextRunAt: instant().notNull(),
  leaseUntil: instant(),
  lastFinishedAt: instant(),
  lastError: text(),
});

/** What a run of the retention schedule disposed of: counts only. */
export const retentionRuns = pgTable("retention_runs", {
  id: uuid().primaryKey().defaultRandom(),
  at: instant().notNull(),
  counts: jsonb().notNull(),
});
