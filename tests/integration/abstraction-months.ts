import { sharesOfMinute } from "#app/domain/abstraction/shares.ts";
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
  for (const month of months) {
    const { abstracted, abstractedB = abstracted, lent = 0, posts = 4, confirmed = 100 } = month;
    const figures = {
      posts,
      established: 2 * month.duty * hour,
      duty: month.duty * hour,
      abstractedA: abstracted * hour,
      abstractedB: abstractedB * hour,
      lent: lent * hour,
      duties: 100 * sharesOfMinute,
      confirmed: confirmed * sharesOfMinute,
    };
    const { neighbourhoodId, version = 1, isSpecial = false } = month;
    await db
      .insert(schema.abstractionMonths)
      .values({ neighbourhoodId, month: month.month, version, isSpecial, ...figures })
      .onConflictDoUpdate({
        target: [
          schema.abstractionMonths.neighbourhoodId,
          schema.abstractionMonths.month,
          schema.abstractionMonths.version,
          schema.abstractionMonths.isSpecial,
        ],
        set: figures,
      });
  }
}
