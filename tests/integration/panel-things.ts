import { eq } from "drizzle-orm";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";

/** An open meeting of a neighbourhood, its cycle, and a priority with its plans, for the pages that show them. */
export async function addPanelThings(db: Db, neighbourhoodId: string, now: Date, reference = "P-22222") {
  const today = londonDay(now);
  const day = (days: number) => addDays(today, days);
  const [cycle] = await db
    .insert(schema.cycles)
    .values({
      neighbourhoodId,
      number: 902,
      stage: "closed",
      startsOn: day(-60),
      raisingEndsOn: day(-32),
      researchEndsOn: day(-25),
      shortlistingEndsOn: day(-21),
      votingEndsOn: day(-4),
      panelEndsOn: day(3),
      liveEndsOn: day(24),
      reviewingEndsOn: day(31),
      changedAt: now,
    })
    .returning();
  const [resolution] = await db
    .insert(schema.resolutions)
    .values({
      neighbourhoodId,
      cycleId: cycle?.id ?? null,
      kind: "adopt",
      format: "online",
      state: "open",
      heldOn: today,
      membersTotal: 8,
      quorum: 4,
      openedAt: now,
      closesAt: new Date(now.getTime() + 7 * 86_400_000),
    })
    .returning();
  const [priority] = await db
    .insert(schema.priorities)
    .values({
      reference,
      neighbourhoodId,
      origin: "partner",
      state: "proposed",
      category: "other",
      title: "A priority",
      statement: "What it is about.",
      changedAt: now,
    })
    .returning({ id: schema.priorities.id });
  const priorityId = priority?.id ?? "";
  const [plan] = await db
    .insert(schema.plans)
    .values({ priorityId, begunOn: today, sergeantDueOn: day(28), inspectorDueOn: day(84), changedAt: now })
    .returning({ id: schema.plans.id });
  const [measure] = await db
    .insert(schema.measures)
    .values({
      planId: plan?.id ?? "",
      kind: "count",
      title: "Bikes",
      unit: "bikes a week",
      source: "A count by wardens",
      aim: "down",
      addedAt: now,
    })
    .returning({ id: schema.measures.id });
  const action = { kind: "prevention" as const, task: "Put up a sign", dueOn: day(14), changedAt: now };
  await db.insert(schema.planActions).values({ ...action, planId: plan?.id ?? "", number: 1 });
  await db.insert(schema.engagementPlans).values({ priorityId, changedAt: now });
  await db.insert(schema.practiceItems).values({
    priorityId,
    slug: `practice-of-${reference.toLowerCase()}`,
    category: "other",
    title: "Of a priority",
    problem: "A problem",
    response: "What was done",
    outcome: "What came of it",
    contactRole: "The sergeant",
    year: 2026,
    changedAt: now,
  });
  return {
    panel: resolution?.id ?? "",
    panelCycle: cycle?.id ?? "",
    priority: reference,
    measure: measure?.id ?? "",
  };
}

/** An action of an agency in the plan of a priority; its id. */
export async function addActionOf(db: Db, reference: string, agencyId: string, now: Date): Promise<string> {
  const [plan] = await db
    .select({ id: schema.plans.id })
    .from(schema.plans)
    .innerJoin(schema.priorities, eq(schema.priorities.id, schema.plans.priorityId))
    .where(eq(schema.priorities.reference, reference));
  const [action] = await db
    .insert(schema.planActions)
    .values({
      planId: plan?.id ?? "",
      number: 2,
      kind: "prevention",
      task: "Mend the fence",
      agencyId,
      dueOn: addDays(londonDay(now), 7),
      changedAt: now,
    })
    .returning({ id: schema.planActions.id });
  return action?.id ?? "";
}
