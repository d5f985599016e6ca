import type { AuditEntry } from "#app/domain/audit/audit.ts";
import type { Day } from "#app/domain/team/day.ts";
import type { Cycle, CyclePlace } from "#db/queries/cycle.ts";
import type { NewsLine } from "#db/queries/news.ts";
import type { Db } from "#db/types.ts";
import { cyclePlanner } from "./plan-cycle.server.ts";
import { settleConcerns } from "./step-effects.server.ts";

export interface ClosedCycle {
  /** Null for a neighbourhood that is no longer there: its work was carried over to others. */
  nextId: string | null;
  entries: AuditEntry[];
  news: NewsLine[];
}

/** What the end of a cycle brings: the next one is planned, and what was not adopted goes on to it, once. */
export async function closeCycle(
  { tx, now, cycle, place }: { tx: Db; now: Date; cycle: Cycle; place: CyclePlace },
  nextStartsOn: Day,
): Promise<ClosedCycle> {
  const next = place.isInForce
    ? await (
        await cyclePlanner(tx, now)
      )({ neighbourhoodId: cycle.neighbourhoodId, number: cycle.number + 1, startsOn: nextStartsOn })
    : null;
  const news = await settleConcerns({ tx, now, cycle }, next?.id ?? null);
  return { nextId: next?.id ?? null, entries: next === null ? [] : [next.entry], news };
}
