import { and, asc, eq, gt, lt, lte, or, sql } from "drizzle-orm";
import type { Scope } from "#app/domain/actor.ts";
import { impactAssessments } from "#db/schema/impact.ts";
import type { Db } from "#db/types.ts";
import { neighbourhoodIdsOfImpact, touchesArea } from "./impact.ts";

/** A place in the list of reviews. */
export interface ReviewPosition {
  dueAt: Date;
  id: string;
}

/** Open assessments whose review is due by a moment, with the neighbourhoods that they touch. Call it as the platform. */
export async function impactReviewsDueBy(
  db: Db,
  by: Date,
  { after, limit }: { after: ReviewPosition | null; limit: number },
) {
  const { id, reference, reviewDueAt, openedBy } = impactAssessments;
  const rows = await db
    .select({
      id,
      reference,
      dueAt: reviewDueAt,
      openedBy,
      neighbourhoodIds: neighbourhoodIdsOfImpact,
    })
    .from(impactAssessments)
    .where(
      and(
        lte(reviewDueAt, by),
        after === null
          ? undefined
          : or(gt(reviewDueAt, after.dueAt), and(eq(reviewDueAt, after.dueAt), gt(id, after.id))),
      ),
    )
    .orderBy(asc(reviewDueAt), asc(id))
    .limit(limit);
  return rows.flatMap(({ dueAt, ...row }) => (dueAt === null ? [] : [{ ...row, dueAt }]));
}

/** How many open assessments of an area are to be reviewed by a moment, and of how many that is late. */
export async function countImpactReviews(
  db: Db,
  writes: Scope,
  { by, now }: { by: Date; now: Date },
): Promise<{ waiting: number; late: number }> {
  const { reviewDueAt } = impactAssessments;
  const [counted] = await db
    .select({
      waiting: sql<number>`count(*)::int`,
      late: sql<number>`(count(*) filter (where ${lt(reviewDueAt, now)}))::int`,
    })
    .from(impactAssessments)
    .where(and(lte(reviewDueAt, by), touchesArea(writes)));
  return counted ?? { waiting: 0, late: 0 };
}
