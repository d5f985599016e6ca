import type { WantedOpening } from "#app/domain/impact/assessment.ts";
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

/** An assessment as somebody wants to open it. */
export const openingOf = (
  neighbourhoodIds: readonly string[],
  changed: Partial<WantedOpening> = {},
): WantedOpening => ({
  trigger: "incident",
  tension: "high",
  reviewHours: null,
  what: "A fire at the community centre.",
  communities: "Families who use the centre.",
  moodNow: "Anxious.",
  moodExpected: "Calmer once the cause is known.",
  experienced: "Two evenings of shouting outside.",
  evidenced: "Four calls in two days.",
  potential: "A gathering on Saturday.",
  isProportionate: true,
  proportionality: "Visible patrols, no more.",
  communications: "The team tells the committee of the centre.",
  neighbourhoodIds,
  priority: "",
  meeting: "",
  ...changed,
});
