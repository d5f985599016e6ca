import { sharesOfMinute } from "#app/domain/abstraction/shares.ts";
import { sql } from "drizzle-orm";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";

const hour = 60 * sharesOfMinute;

/** A month of a neighbourhood as the figures keep it, in hours; what is not said is nought, and all is confirmed. */
export interface MonthInHours {
  neighbourhoodId: string;
  month: string;
  duty: number;
  abstracted: number;
  abstractedB?: number;
  lent?: number;
  posts?: number;
  confirmed?: number;
  version?: number;
  isSpecial?: boolean;
}

/** Writes months straight into the figures, in place of what is there. */
export async function keepMonths(db: Db, months: readonly MonthInHours[]): Promise<void> {
  const { neighbourhoodId, month, version, isSpecial } = schema.abstractionMonths;
  const kept = ["posts", "established", "duty", "abstracted_a", "abstracted_b", "lent", "confirmed"];
  await db
    .insert(schema.abstractionMonths)
    .values(months.map(rowOf))
    .onConflictDoUpdate({
      target: [neighbourhoodId, month, version, isSpecial],
      set: Object.fromEntries(kept.map((name) => [camel(name), sql.raw(`excluded.${name}`)])),
    });
}

const camel = (name: string) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

function rowOf(month: MonthInHours): typeof schema.abstractionMonths.$inferInsert {
  const { abstracted, abstractedB = abstracted, lent = 0, posts = 4, confirmed = 100 } = month;
  return {
    neighbourhoodId: month.neighbourhoodId,
    month: month.month,
    version: month.version ?? 1,
    isSpecial: month.isSpecial ?? false,
    posts: posts * sharesOfMinute,
    established: 2 * month.duty * hour,
    duty: month.duty * hour,
    abstractedA: abstracted * hour,
    abstractedB: abstractedB * hour,
    lent: lent * hour,
    duties: 100 * sharesOfMinute,
    confirmed: confirmed * sharesOfMinute,
  };
}
