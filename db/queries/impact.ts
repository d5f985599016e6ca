import { and, asc, desc, eq, inArray, isNotNull, isNull, notInArray, sql, type SQL } from "drizzle-orm";
import type { ImpactReader } from "#app/domain/impact/reading.ts";
import { accounts } from "#db/schema/account.ts";
import { impactAssessments, impactNeighbourhoods } from "#db/schema/impact.ts";
import { priorities } from "#db/schema/priority.ts";
import { taskingMeetings } from "#db/schema/tasking-meeting.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";

export type ImpactAssessment = typeof impactAssessments.$inferSelect;

/** Adds an assessment with the neighbourhoods that it touches; null when its reference is taken. Call it as the platform. */
export async function insertImpact(
  tx: Db,
  values: typeof impactAssessments.$inferInsert,
  neighbourhoodIds: readonly string[],
): Promise<ImpactAssessment | null> {
  const [added] = await tx
    .insert(impactAssessments)
    .values(values)
    .onConflictDoNothing({ target: impactAssessments.reference })
    .returning();
  if (added === undefined) return null;
  await tx
    .insert(impactNeighbourhoods)
    .values(neighbourhoodIds.map((neighbourhoodId) => ({ assessmentId: added.id, neighbourhoodId })));
  return added;
}

/** The neighbourhoods of an assessment, by id. */
export const neighbourhoodIdsOfImpact = sql<string[]>`array(
  select i.neighbourhood_id from impact_neighbourhoods i where i.assessment_id = impact_assessments.id)::text[]`;
/** The neighbourhoods of an assessment, by name. */
export const placesOfImpact = (db: Db) => sql<string[]>`array(
  select coalesce(b.name, n.code) from impact_neighbourhoods i
  join neighbourhoods n on n.id = i.neighbourhood_id
  left join boundaries b on b.neighbourhood_id = n.id and b.edition_id = (${editionIdAt(db, "boundaries")})
  where i.assessment_id = impact_assessments.id order by 1)`;

/** What an assessment has to do with an area: one of the neighbourhoods that it touches. */
export const touchesArea = ({ isForce, neighbourhoodIds }: ImpactReader): SQL | undefined =>
  isForce
    ? undefined
    : sql`exists (select 1 from ${impactNeighbourhoods}
        where ${impactNeighbourhoods.assessmentId} = ${impactAssessments.id}
          and ${inArray(impactNeighbourhoods.neighbourhoodId, [...neighbourhoodIds])})`;

/** An assessment by its reference, with what it belongs to, for somebody who reads it; null for anybody else. */
export async function findImpact(db: Db, reader: ImpactReader, reference: string) {
  const [found] = await db
    .select({
      assessment: impactAssessments,
      neighbourhoodIds: neighbourhoodIdsOfImpact,
      places: placesOfImpact(db),
      priority: { reference: priorities.reference, title: priorities.title },
      meeting: { reference: taskingMeetings.reference },
      openedBy: accounts.name,
    })
    .from(impactAssessments)
    .leftJoin(priorities, eq(priorities.id, impactAssessments.priorityId))
    .leftJoin(taskingMeetings, eq(taskingMeetings.id, impactAssessments.meetingId))
    .leftJoin(accounts, eq(accounts.id, impactAssessments.openedBy))
    .where(and(eq(impactAssessments.reference, reference), touchesArea(reader)))
    .limit(1);
  return found ?? null;
}

export type HeldImpact = NonNullable<Awaited<ReturnType<typeof findImpact>>>;

/** The assessments that somebody reads: those that are open, the review that is due first before others; or those that are closed. */
export const listImpacts = (
  db: Db,
  reader: ImpactReader,
  { isOpen, limit, offset }: { isOpen: boolean; limit: number; offset: number },
) =>
  db
    .select({
      reference: impactAssessments.reference,
      trigger: impactAssessments.trigger,
      tension: impactAssessments.tension,
      openedAt: impactAssessments.openedAt,
      reviewDueAt: impactAssessments.reviewDueAt,
      closedAt: impactAssessments.closedAt,
      places: placesOfImpact(db),
    })
    .from(impactAssessments)
    .where(
      and(
        isOpen ? isNull(impactAssessments.closedAt) : isNotNull(impactAssessments.closedAt),
        touchesArea(reader),
      ),
    )
    .orderBy(
      isOpen ? asc(impactAssessments.reviewDueAt) : desc(impactAssessments.closedAt),
      asc(impactAssessments.reference),
    )
    .limit(limit)
    .offset(offset);

// Of one priority, in all its years; only a bound.
const mostOfOne = 20;

/** The references of the assessments of a priority that somebody reads; the last opened first. */
export async function impactsOfPriority(db: Db, reader: ImpactReader, priorityId: string): Promise<string[]> {
  const rows = await db
    .select({ reference: impactAssessments.reference })
    .from(impactAssessments)
    .where(and(eq(impactAssessments.priorityId, priorityId), touchesArea(reader)))
    .orderBy(desc(impactAssessments.openedAt), asc(impactAssessments.reference))
    .limit(mostOfOne);
  return rows.map(({ reference }) => reference);
}

/** Locks an assessment until the end of the transaction, and gives it as it is then. */
export async function lockImpact(tx: Db, id: string): Promise<ImpactAssessment | null> {
  const [held] = await tx.select().from(impactAssessments).where(eq(impactAssessments.id, id)).for("update");
  return held ?? null;
}

/** Writes what changed of a locked assessment; its version rises by one. */
export async function updateImpact(
  tx: Db,
  { id, version }: Pick<ImpactAssessment, "id" | "version">,
  changes: Partial<Omit<ImpactAssessment, "id" | "reference" | "version">>,
): Promise<void> {
  await tx
    .update(impactAssessments)
    .set({ ...changes, version: version + 1 })
    .where(eq(impactAssessments.id, id));
}

/** Writes which neighbourhoods an assessment touches. New ones come first: whoever writes always reads it by one of them. */
export async function setImpactNeighbourhoods(
  tx: Db,
  assessmentId: string,
  wanted: readonly string[],
): Promise<void> {
  await tx
    .insert(impactNeighbourhoods)
    .values(wanted.map((neighbourhoodId) => ({ assessmentId, neighbourhoodId })))
    .onConflictDoNothing();
  await tx
    .delete(impactNeighbourhoods)
    .where(
      and(
        eq(impactNeighbourhoods.assessmentId, assessmentId),
        notInArray(impactNeighbourhoods.neighbourhoodId, [...wanted]),
      ),
    );
}
