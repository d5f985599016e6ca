import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, ne, or, sql } from "drizzle-orm";
import { candidates } from "#db/schema/candidate.ts";
import { cycles } from "#db/schema/cycle.ts";
import { neighbourhoods } from "#db/schema/neighbourhood.ts";
import { resolutionItems } from "#db/schema/panel.ts";
import { priorities, priorityEvents } from "#db/schema/priority.ts";
import type { Db } from "#db/types.ts";
import { recordOf, selectPriorities, type PriorityRecord } from "./priority-record.ts";

// Three are open at once; those that a merger brought together are a few more.
const mostCurrent = 100;
const mostInForce = 20_000;
const mostSteps = 500;

// What the panel has yet to adopt is nobody's priority.
const isShown = and(isNull(priorities.takenDownAt), ne(priorities.state, "proposed"));
const isCurrent = and(isShown, isNotNull(priorities.slot));

/** What a neighbourhood has chosen and is not done with, the first place first. */
export async function currentPriorities(db: Db, neighbourhoodId: string): Promise<PriorityRecord[]> {
  const rows = await selectPriorities(db)
    .where(and(isCurrent, eq(priorities.neighbourhoodId, neighbourhoodId)))
    .orderBy(asc(priorities.slot))
    .limit(mostCurrent);
  return rows.map(recordOf);
}

/** What all neighbourhoods have chosen and are not done with, or one of them, by neighbourhood. */
export async function prioritiesInForce(db: Db, slug: string | null): Promise<PriorityRecord[]> {
  const rows = await selectPriorities(db)
    .where(and(isCurrent, slug === null ? undefined : eq(neighbourhoods.slug, slug)))
    .orderBy(asc(neighbourhoods.slug), asc(priorities.slot))
    .limit(mostInForce);
  return rows.map(recordOf);
}

/** One priority by its reference, taken down or not: the caller says which it is. Null where there is none. */
export async function findPriority(db: Db, reference: string): Promise<PriorityRecord | null> {
  const [row] = await selectPriorities(db)
    .where(and(ne(priorities.state, "proposed"), eq(priorities.reference, reference)))
    .limit(1);
  if (row === undefined) return null;
  const record = recordOf(row);
  if (row.item === null) return record;
  return { ...record, trace: { ...record.trace, departures: await passedOverFor(db, row.item.id) } };
}

/** What stood higher in the vote than an adopted item, was not adopted, and why. */
async function passedOverFor(db: Db, itemId: string) {
  const rows = await db
    .select({ passedOver: candidates.title, reason: resolutionItems.departureReason })
    .from(resolutionItems)
    .innerJoin(candidates, eq(candidates.id, resolutionItems.candidateId))
    .where(
      and(
        sql`(${resolutionItems.resolutionId}) = (select resolution_id from resolution_items where id = ${itemId})`,
        sql`${resolutionItems.place} < (select place from resolution_items where id = ${itemId})`,
        isNotNull(resolutionItems.departureReason),
        sql`${resolutionItems.isCarried} is distinct from true`,
      ),
    )
    .orderBy(asc(resolutionItems.place))
    .limit(mostCurrent);
  return rows.flatMap(({ passedOver, reason }) => (reason === null ? [] : [{ passedOver, reason }]));
}

/** Each step of a priority in public words, the first first. */
export const priorityStepsOf = (db: Db, priorityId: string) =>
  db
    .select({ at: priorityEvents.at, to: priorityEvents.to, line: priorityEvents.line })
    .from(priorityEvents)
    .where(eq(priorityEvents.priorityId, priorityId))
    .orderBy(asc(priorityEvents.at), asc(priorityEvents.id))
    .limit(mostSteps);

/** A cycle of the history, and what was chosen in it. */
export interface PastCycle {
  number: number;
  startsOn: string;
  endsOn: string;
  stage: (typeof cycles.$inferSelect)["stage"];
  priorities: PriorityRecord[];
}

/**
 * The cycles of a neighbourhood that have begun, the newest first, each with all that was chosen in it or while it ran.
 * `before` is the number of a cycle of an earlier page.
 */
export async function priorityHistory(
  db: Db,
  neighbourhoodId: string,
  { before, limit }: { before: number | null; limit: number },
): Promise<PastCycle[]> {
  const past = await db
    .select({
      id: cycles.id,
      number: cycles.number,
      startsOn: cycles.startsOn,
      endsOn: cycles.reviewingEndsOn,
      stage: cycles.stage,
    })
    .from(cycles)
    .where(
      and(
        eq(cycles.neighbourhoodId, neighbourhoodId),
        ne(cycles.stage, "planned"),
        before === null ? undefined : lt(cycles.number, before),
      ),
    )
    .orderBy(desc(cycles.number))
    .limit(limit);
  const last = past.at(-1);
  if (last === undefined) return [];
  const rows = await selectPriorities(db)
    .where(
      and(
        isShown,
        // What was carried over to another neighbourhood stays in the history of the one that chose it.
        or(eq(priorities.neighbourhoodId, neighbourhoodId), eq(priorities.chosenInId, neighbourhoodId)),
        or(
          inArray(
            priorities.cycleId,
            past.map(({ id }) => id),
          ),
          and(
            isNull(priorities.cycleId),
            sql`${priorities.adoptedOn} between ${last.startsOn} and ${past[0]?.endsOn ?? last.endsOn}`,
          ),
        ),
      ),
    )
    .orderBy(asc(priorities.adoptedOn), asc(priorities.reference))
    .limit(mostCurrent);
  const records = rows.map(recordOf);
  return past.map(({ id: _, ...cycle }) => ({
    ...cycle,
    priorities: records.filter(({ cycleNumber, adoptedOn }) =>
      cycleNumber === null
        ? adoptedOn !== null && cycle.startsOn <= adoptedOn && adoptedOn <= cycle.endsOn
        : cycleNumber === cycle.number,
    ),
  }));
}
