import { and, asc, count, desc, eq, inArray, isNotNull, isNull, sql, type SQL } from "drizzle-orm";
import type { Scope } from "#app/domain/actor.ts";
import { openStates } from "#app/domain/priority/open.ts";
import { openTaskingStates } from "#app/domain/tasking/action.ts";
import type { ExtractFacts, ExtractOutcome, ExtractPriority } from "#app/domain/tasking/extract.ts";
import type { TaskingReader } from "#app/domain/tasking/reading.ts";
import type { Day } from "#app/domain/team/day.ts";
import { boundaries } from "#db/schema/boundary.ts";
import { neighbourhoods } from "#db/schema/neighbourhood.ts";
import { outcomeReports, plans } from "#db/schema/plan.ts";
import { practiceItems } from "#db/schema/practice.ts";
import { priorities } from "#db/schema/priority.ts";
import { bcus, partnerships, placements } from "#db/schema/structure.ts";
import { taskingGroups } from "#db/schema/tasking.ts";
import { taskingActions } from "#db/schema/tasking-action.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";
import { readsGroup } from "./tasking-scope.ts";

// Three for each neighbourhood of the largest force there could be, and examples; only bounds.
const mostPriorities = 15_000;
const mostExamples = 300;

const isIn = ({ isForce, neighbourhoodIds }: Scope): SQL | undefined =>
  isForce ? undefined : inArray(priorities.neighbourhoodId, [...neighbourhoodIds]);

const placedNow = (db: Db): SQL | undefined =>
  and(
    eq(placements.neighbourhoodId, priorities.neighbourhoodId),
    eq(placements.editionId, editionIdAt(db, "structure")),
  );

/** All that the strategic extract is drawn from, in four queries: of the area of a scope, but practice, which is everybody's. */
export async function extractFacts(
  db: Db,
  scope: Scope,
  reader: TaskingReader,
  today: Day,
): Promise<ExtractFacts> {
  return {
    priorities: await livePriorities(db, scope),
    practice: await db
      .select({ category: practiceItems.category, slug: practiceItems.slug, title: practiceItems.title })
      .from(practiceItems)
      .where(isNotNull(practiceItems.publishedAt))
      .orderBy(desc(practiceItems.year), asc(practiceItems.slug))
      .limit(mostExamples),
    outcomes: await signedOff(db, scope),
    actions: await db
      .select({
        category: priorities.category,
        bcu: { code: bcus.code },
        partnership: { code: partnerships.code },
        done: count(sql`case when ${taskingActions.state} = 'done' then 1 end`),
        late: count(
          sql`case when ${inArray(taskingActions.state, [...openTaskingStates])} and ${taskingActions.dueOn} < ${today} then 1 end`,
        ),
      })
      .from(taskingActions)
      .innerJoin(taskingGroups, eq(taskingGroups.id, taskingActions.groupId))
      .innerJoin(priorities, eq(priorities.id, taskingActions.priorityId))
      .innerJoin(placements, placedNow(db))
      .innerJoin(bcus, eq(bcus.id, placements.bcuId))
      .innerJoin(partnerships, eq(partnerships.id, placements.partnershipId))
      .where(and(isNull(priorities.takenDownAt), isIn(scope), readsGroup(db, reader, today)))
      .groupBy(priorities.category, bcus.code, partnerships.code),
  };
}

const livePriorities = (db: Db, scope: Scope): Promise<ExtractPriority[]> =>
  db
    .select({
      reference: priorities.reference,
      title: priorities.title,
      category: priorities.category,
      state: priorities.state,
      openedOn: sql<Day>`coalesce(${priorities.adoptedOn}::text,
        to_char(${priorities.changedAt} at time zone 'Europe/London', 'YYYY-MM-DD'))`,
      place: sql<string>`coalesce(${boundaries.name}, ${neighbourhoods.code})`,
      bcu: { code: bcus.code, name: placements.bcuName },
      partnership: { code: partnerships.code, name: placements.partnershipName },
    })
    .from(priorities)
    .innerJoin(neighbourhoods, eq(neighbourhoods.id, priorities.neighbourhoodId))
    .innerJoin(placements, placedNow(db))
    .innerJoin(bcus, eq(bcus.id, placements.bcuId))
    .innerJoin(partnerships, eq(partnerships.id, placements.partnershipId))
    .leftJoin(
      boundaries,
      and(
        eq(boundaries.neighbourhoodId, priorities.neighbourhoodId),
        eq(boundaries.editionId, editionIdAt(db, "boundaries")),
      ),
    )
    .where(and(inArray(priorities.state, [...openStates]), isNull(priorities.takenDownAt), isIn(scope)))
    .orderBy(asc(priorities.reference))
    .limit(mostPriorities);

// The last report of each, the last signed off first.
const signedOff = (db: Db, scope: Scope): Promise<ExtractOutcome[]> =>
  db
    .select({
      category: priorities.category,
      reference: priorities.reference,
      title: priorities.title,
      before: outcomeReports.before,
      after: outcomeReports.after,
    })
    .from(priorities)
    .innerJoin(plans, eq(plans.priorityId, priorities.id))
    .innerJoin(
      outcomeReports,
      and(
        eq(outcomeReports.planId, plans.id),
        sql`${outcomeReports.round} = (select max(r.round) from outcome_reports r where r.plan_id = ${plans.id})`,
      ),
    )
    .where(and(eq(priorities.state, "signed-off"), isNull(priorities.takenDownAt), isIn(scope)))
    .orderBy(desc(priorities.endedAt), asc(priorities.reference))
    .limit(mostExamples);
