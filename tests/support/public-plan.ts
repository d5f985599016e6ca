import { eq } from "drizzle-orm";
import { planFieldNames, planFields as fields, type PlanFieldName } from "#app/domain/plan/fields.ts";
import type { PlanStage, PlanStanding } from "#app/domain/plan/states.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";

/** Stands in everything of a plan that is not for residents: wherever it shows, the restricted layer got out. */
export const restricted = "Wrenbrook";

const atNoon = (day: Day) => new Date(`${day}T12:00:00Z`);

const publicValues: Partial<Record<PlanFieldName, string>> = {
  objective: "Fewer drivers pass the school too fast by the summer holidays.",
  measure: "Drivers over 24 miles an hour in School Lane",
  baseline: "38",
  baselinePeriod: "March, of 100 counted",
  target: "15",
  dataSource: "A count by the council with two tubes across the road",
  after: "12",
  afterPeriod: "September, of 100 counted",
  seasonBefore: "36",
  rating: "reduced",
};

const long = (label: string) =>
  `${label}. Cars come down the hill between half past eight and nine, when most children cross. Parents, the crossing patrol and the shop on the corner all say so, and the count shows the same.`;

const valueOf = (name: PlanFieldName, today: Day): string => {
  if (!fields[name].isPublic) return `${restricted} ${name}`;
  if (name === "targetDate") return addDays(today, 40);
  return publicValues[name] ?? long(fields[name].label);
};

interface PlanAt {
  stage?: PlanStage;
  standing?: PlanStanding;
  /** Of stages that the plan has not left: written, and nobody's to read yet. */
  unfinished?: readonly PlanFieldName[];
}

/** A plan as full as one gets, straight into the tables; its id. */
export async function fillPlan(
  db: Db,
  priorityId: string,
  today: Day,
  { stage = "response-live", standing = "running", unfinished = [] }: PlanAt = {},
): Promise<string> {
  const at = atNoon(addDays(today, -60));
  const [plan] = await db
    .insert(schema.plans)
    .values({
      priorityId,
      stage,
      standing,
      begunOn: addDays(today, -200),
      sergeantDueOn: addDays(today, 7),
      inspectorDueOn: addDays(today, 30),
      changedAt: at,
      ...(standing === "paused"
        ? { pausedUntil: addDays(today, 20), pausedReason: "The road is dug up for the new main." }
        : {}),
      ...(stage === "closed" ? { closedAt: at } : {}),
    })
    .returning();
  if (plan === undefined) throw new Error("There is no plan.");
  const planId = plan.id;
  const values = planFieldNames.map((name) => ({
    planId,
    name,
    value: unfinished.includes(name) ? `${restricted} half a sent` : valueOf(name, today),
    version: 1,
  }));
  await db.insert(schema.planFields).values(values.map((one) => ({ ...one, changedAt: at })));
  await db.insert(schema.planChanges).values(values.map((one) => ({ ...one, value: restricted, at })));
  await db.insert(schema.planReviews).values({
    planId,
    reviewer: "sergeant",
    reviewedOn: addDays(today, -30),
    daysLate: 0,
    note: `${restricted} note of a review`,
    at,
  });
  await db.insert(schema.planInvolvements).values(
    [-150, -100, -50].map((days) => ({
      planId,
      stage: "scanning" as const,
      heldOn: addDays(today, days),
      who: "Parents and the crossing patrol",
      how: "At the school gate, on two mornings",
      whatChanged: "The hours that were watched",
      addedAt: at,
    })),
  );
  await addActions(db, planId, today);
  return planId;
}

const actionStates = ["done", "open", "open", "blocked", "dropped"] as const;

async function addActions(db: Db, planId: string, today: Day) {
  await db.insert(schema.planActions).values(
    Array.from({ length: 20 }, (_, index) => {
      const state = actionStates[index % actionStates.length] ?? "open";
      const isLate = index % 4 === 1;
      return {
        planId,
        number: index + 1,
        kind: "prevention" as const,
        task: `${restricted} task ${index}`,
        publicLine: index === 19 ? null : `The council paints the crossing anew, part ${index + 1}.`,
        dueOn: addDays(today, isLate ? -12 : 12),
        costPence: 123_400 + index,
        state,
        result: state === "open" ? null : `${restricted} result ${index}`,
        publicReason: isLate ? "The paint needs a dry week, and there was none." : null,
        doneAt: state === "done" ? atNoon(addDays(today, -20)) : null,
        changedAt: atNoon(today),
      };
    }),
  );
}

export const outcome = {
  done: "The council painted the crossing and put up a sign that shows the speed.",
  changed: "Fewer drivers go too fast.",
  notAchieved: "Early mornings are as they were.",
  remains: "The school keeps its walking bus.",
  before: "38 of 100 drivers, March",
  after: "12 of 100 drivers, September",
};

export const fileReport = (db: Db, planId: string, round: number, day: Day) =>
  db.insert(schema.outcomeReports).values({ planId, round, ...outcome, filedAt: atNoon(day) });

/** Three series of figures that residents may see, and one that they may not. */
export async function addMeasures(db: Db, planId: string, today: Day) {
  for (const [index, title] of [
    "Drivers too fast",
    "Near misses",
    "Parents who worry",
    restricted,
  ].entries()) {
    const [measure] = await db
      .insert(schema.measures)
      .values({
        planId,
        kind: "count",
        title,
        unit: "counted a month",
        source: "A count by wardens",
        aim: "down",
        baseline: 38,
        target: 15,
        isPublic: index < 3,
        addedAt: atNoon(today),
      })
      .returning();
    if (measure === undefined) throw new Error("There is no measure.");
    await db.insert(schema.measurePoints).values(
      Array.from({ length: 24 }, (_, month) => ({
        measureId: measure.id,
        on: `${addDays(today, (month - 24) * 30.5).slice(0, 7)}-01`,
        value: 40 - month + ((month * 7) % 5),
        addedAt: atNoon(today),
      })).filter(({ on }, at, all) => all.findIndex((one) => one.on === on) === at),
    );
  }
}

/** Engagement that an inspector approved: two things to come to, one over, and a walk whose place nobody is told. */
export async function addEngagement(db: Db, priorityId: string, today: Day) {
  const changedAt = atNoon(today);
  const [plan] = await db
    .insert(schema.engagementPlans)
    .values({
      priorityId,
      state: "approved",
      audience: "Parents of the school",
      underHeard: `${restricted} under-heard`,
      underHeardWhy: `${restricted} why`,
      advice: `${restricted} advice`,
      evaluation: `${restricted} evaluation`,
      approvedAt: changedAt,
      changedAt,
    })
    .returning();
  if (plan === undefined) throw new Error("There is no engagement plan.");
  const activity = { planId: plan.id, audience: "Parents", purpose: "ask" as const, changedAt };
  await db.insert(schema.engagementActivities).values([
    {
      ...activity,
      number: 1,
      method: "drop-in",
      place: "The village hall",
      heldOn: addDays(today, 9),
      hours: "6pm to 8pm",
    },
    {
      ...activity,
      number: 2,
      method: "street-briefing",
      place: "School Lane",
      heldOn: addDays(today, -30),
      actualReach: 24,
      heard: "The mornings are the worst.",
      feedbackGiven: "The hours were changed.",
    },
    {
      ...activity,
      number: 3,
      method: "door-to-door",
      audience: `${restricted} audience`,
      place: `${restricted} place`,
      hours: restricted,
      heldOn: addDays(today, 3),
    },
  ]);
}

export const planIdOf = async (db: Db, priorityId: string) => {
  const [plan] = await db.select().from(schema.plans).where(eq(schema.plans.priorityId, priorityId));
  return plan?.id ?? "";
};
