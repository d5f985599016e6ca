import { lastMonthToJudge } from "#app/domain/abstraction/improvement-due.ts";
import type { Month } from "#app/domain/abstraction/month.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { monthsOfTeam } from "#db/queries/abstraction-judgement.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { agreedFrom } from "./demonstration/duties/agreement.ts";
import type { DutyTeam } from "./demonstration/duties/force.ts";
import { playImprovements } from "./demonstration/duties/improvement-play.ts";
import { lockDuties } from "./duty-months.ts";
import { insertAll } from "./insert-all.ts";

/** Judges every month of every team since the agreement as it was then, and writes the plans of those that had one. */
export function writeImprovements(
  db: Db,
  teams: readonly DutyTeam[],
  anchor: Month,
  now: Date,
): Promise<void> {
  return db.transaction(async (tx) => {
    await lockDuties(tx);
    const [there] = await tx
      .select({ month: schema.abstractionJudgements.month })
      .from(schema.abstractionJudgements)
      .limit(1);
    if (there !== undefined) return;
    const span = { from: agreedFrom(anchor), to: lastMonthToJudge(londonDay(now)) };
    for (const { id, code } of teams) {
      const rows = playImprovements({ id, code, months: await monthsOfTeam(tx, id, span) }, anchor, now);
      await insertAll(tx, schema.abstractionImprovements, rows.improvements);
      await insertAll(tx, schema.abstractionImprovementEvents, rows.events);
      await insertAll(tx, schema.abstractionImprovementActions, rows.actions);
      await insertAll(tx, schema.abstractionImprovementReviews, rows.reviews);
      await insertAll(tx, schema.abstractionJudgements, rows.judgements);
    }
  });
}
