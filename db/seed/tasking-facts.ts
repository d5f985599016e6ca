import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import type { Day } from "#app/domain/team/day.ts";
import { priorities, priorityEvents } from "#db/schema/priority.ts";
import { planEvents, plans } from "#db/schema/plan.ts";
import type { Db } from "#db/types.ts";
import { shownPlaces } from "./demonstration/history/showcase.ts";
import { buildHistoryPlaces } from "./demonstration/history/history-places.ts";
import type { ToldGroup } from "./demonstration/tasking/groups.ts";
import type { TaskingOfficers, WorkedPriority } from "./demonstration/tasking/telling.ts";
import { workWindows } from "./demonstration/tasking/work-windows.ts";
import { findHistoryPeople } from "./history-people.ts";
import { seedId } from "./seed-id.ts";

// A partnership has at most twenty neighbourhoods, each with two or three priorities a quarter.
const mostPriorities = 1_000;
const mostEvents = 20_000;
// Enough to give a group's actions to different people.
const mostPlaces = 4;

/** The priorities of a group's neighbourhoods that were ever worked on, and when. */
export async function findWorkedPriorities(
  db: Db,
  { neighbourhoodCodes }: Pick<ToldGroup, "neighbourhoodCodes">,
): Promise<WorkedPriority[]> {
  const places = new Map(buildHistoryPlaces().map((place) => [seedId("neighbourhood", place.code), place]));
  const ids = neighbourhoodCodes.map((code) => seedId("neighbourhood", code));
  if (ids.length === 0) return [];
  const found = await db
    .select()
    .from(priorities)
    .where(and(inArray(priorities.neighbourhoodId, ids), isNotNull(priorities.acceptedAt)))
    .orderBy(asc(priorities.adoptedOn), asc(priorities.id))
    .limit(mostPriorities);
  const priorityIds = found.map(({ id }) => id);
  if (priorityIds.length === 0) return [];
  const steps = await db
    .select({ id: priorityEvents.priorityId, at: priorityEvents.at, to: priorityEvents.to })
    .from(priorityEvents)
    .where(inArray(priorityEvents.priorityId, priorityIds))
    .orderBy(asc(priorityEvents.at))
    .limit(mostEvents);
  const assessments = await db
    .select({ id: plans.priorityId, at: planEvents.at })
    .from(planEvents)
    .innerJoin(plans, eq(plans.id, planEvents.planId))
    .where(and(inArray(plans.priorityId, priorityIds), eq(planEvents.to, "assessment")))
    .orderBy(asc(planEvents.at))
    .limit(mostEvents);
  return found.map(({ id, title, statement, category, neighbourhoodId }) => {
    const place = places.get(neighbourhoodId);
    return {
      id,
      title,
      statement,
      category,
      place: place?.places.find((name) => title.includes(name)) ?? place?.name ?? "",
      isShown: place !== undefined && place.index < shownPlaces,
      windows: workWindows(
        steps.filter((step) => step.id === id),
        assessments.filter((one) => one.id === id).map(({ at }) => at),
      ),
    };
  });
}

/** Who of the police works in a group's neighbourhoods. */
export async function findTaskingOfficers(
  db: Db,
  { neighbourhoodCodes }: Pick<ToldGroup, "neighbourhoodCodes">,
  today: Day,
): Promise<TaskingOfficers> {
  const step = Math.max(1, Math.floor(neighbourhoodCodes.length / mostPlaces));
  const sergeantIds = new Set<string>();
  const officerIds = new Set<string>();
  for (const code of neighbourhoodCodes.filter((_, at) => at % step === 0).slice(0, mostPlaces)) {
    const people = await findHistoryPeople(db, seedId("neighbourhood", code), today);
    if (people.sergeantId !== null) sergeantIds.add(people.sergeantId);
    for (const id of people.officerIds) officerIds.add(id);
  }
  return { sergeantIds: [...sergeantIds], officerIds: [...officerIds] };
}
