import { and, asc, eq, inArray, isNotNull, notInArray, sql } from "drizzle-orm";
import type { Scope } from "#app/domain/actor.ts";
import type { OverviewRow } from "#app/domain/priority/overview.ts";
import type { Day } from "#app/domain/team/day.ts";
import { boundaries } from "#db/schema/boundary.ts";
import { cycles } from "#db/schema/cycle.ts";
import { neighbourhoods } from "#db/schema/neighbourhood.ts";
import { plans } from "#db/schema/plan.ts";
import { priorities } from "#db/schema/priority.ts";
import { bcus, placements, sections, teams } from "#db/schema/structure.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";
import { hasBothPlans } from "./plan-exception.ts";

// Three for each neighbourhood of the largest force there could be; only a bound.
const mostRows = 15_000;

const name = sql<string>`coalesce(${boundaries.name}, ${neighbourhoods.code})`;
const inLondon = (instant: ReturnType<typeof sql>) =>
  sql<Day | null>`to_char((${instant}) at time zone 'Europe/London', 'YYYY-MM-DD')`;

const columns = {
  slug: neighbourhoods.slug,
  name,
  bcu: { code: bcus.code, name: placements.bcuName },
  section: { code: sections.code, name: placements.sectionName },
  team: { code: teams.code, name: placements.teamName },
  cycleNumber: cycles.number,
  cycleStage: cycles.stage,
  priority: {
    reference: priorities.reference,
    title: priorities.title,
    category: priorities.category,
    origin: priorities.origin,
    state: priorities.state,
    isLowParticipation: priorities.isLowParticipation,
    isInterim: priorities.isInterim,
    isTakenDown: sql<boolean>`${priorities.takenDownAt} is not null`,
    isReviewDue: sql<boolean>`${priorities.state} = 'declined-by-force' and ${priorities.reviewedAt} is null`,
    adoptedOn: priorities.adoptedOn,
    hasPlans: hasBothPlans,
  },
  stateSince: inLondon(sql`coalesce(
    (select max(e.at) from priority_events e where e.priority_id = ${priorities.id} and e.to = ${priorities.state}),
    ${priorities.adoptedOn}::timestamp at time zone 'Europe/London', ${priorities.changedAt})`),
  lastPublicOn: inLondon(sql`greatest(
    (select max(e.at) from priority_events e where e.priority_id = ${priorities.id}),
    (select max(n.at) from news n where n.kind = 'priority' and n.subject_id = ${priorities.id}))`),
};

/** Every neighbourhood that a scope reaches with each of its open priorities, in one query. */
export async function overviewRows(db: Db, { isForce, neighbourhoodIds }: Scope): Promise<OverviewRow[]> {
  const rows = await db
    .select(columns)
    .from(placements)
    .innerJoin(neighbourhoods, eq(neighbourhoods.id, placements.neighbourhoodId))
    .innerJoin(bcus, eq(bcus.id, placements.bcuId))
    .innerJoin(sections, eq(sections.id, placements.sectionId))
    .innerJoin(teams, eq(teams.id, placements.teamId))
    .leftJoin(
      boundaries,
      and(
        eq(boundaries.editionId, editionIdAt(db, "boundaries")),
        eq(boundaries.neighbourhoodId, placements.neighbourhoodId),
      ),
    )
    .leftJoin(
      cycles,
      and(
        eq(cycles.neighbourhoodId, placements.neighbourhoodId),
        notInArray(cycles.stage, ["planned", "closed"]),
      ),
    )
    .leftJoin(
      priorities,
      and(eq(priorities.neighbourhoodId, placements.neighbourhoodId), isNotNull(priorities.slot)),
    )
    .leftJoin(plans, eq(plans.priorityId, priorities.id))
    .where(
      and(
        eq(placements.editionId, editionIdAt(db, "structure")),
        isForce ? undefined : inArray(placements.neighbourhoodId, [...neighbourhoodIds]),
      ),
    )
    .orderBy(asc(name), asc(priorities.slot))
    .limit(mostRows);
  return rows.map(
    ({ priority, stateSince, lastPublicOn, cycleNumber, cycleStage, ...place }): OverviewRow => ({
      place: {
        ...place,
        cycle:
          cycleNumber === null || cycleStage === null ? null : { number: cycleNumber, stage: cycleStage },
      },
      priority: priority === null || stateSince === null ? null : { ...priority, stateSince, lastPublicOn },
    }),
  );
}
