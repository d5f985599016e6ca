import { practiceItems } from "#db/schema/practice.ts";
import type { Db } from "#db/types.ts";
import { practiceExamples } from "./practice-examples.ts";

/**
 * Puts the examples that the platform brings into the practice library; those that are there stay as they are. No row
 * of the record tells of it, because nobody did it, and a backup is still restored into a server that was only started.
 */
export const fillPractice = (db: Db, now: Date) =>
  db
    .insert(practiceItems)
    .values(practiceExamples.map((example) => ({ ...example, publishedAt: now, changedAt: now })))
    .onConflictDoNothing({ target: practiceItems.slug });
