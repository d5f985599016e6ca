import { impactAssessments, impactNeighbourhoods } from "#db/schema/impact.ts";
import type { Db } from "#db/types.ts";

const hourMs = 3_600_000;
const words = "Words.";

/** An open assessment of a neighbourhood, which nobody in particular opened; its reference. */
export async function addImpact(db: Db, neighbourhoodId: string, reference: string): Promise<string> {
  const now = new Date();
  const [added] = await db
    .insert(impactAssessments)
    .values({
      reference,
      trigger: "event",
      what: words,
      communities: words,
      moodNow: words,
      moodExpected: words,
      tension: "low",
      experienced: words,
      evidenced: words,
      potential: words,
      isProportionate: true,
      proportionality: words,
      communications: words,
      reviewDueAt: new Date(now.getTime() + 100 * hourMs),
      openedAt: now,
      changedAt: now,
    })
    .returning({ id: impactAssessments.id });
  await db.insert(impactNeighbourhoods).values({ assessmentId: added?.id ?? "", neighbourhoodId });
  return reference;
}
