import { eq, sql } from "drizzle-orm";
import { addDays, londonDay, type Day } from "#app/domain/team/day.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { addEngagement, addMeasures, fillPlan } from "#tests/support/public-plan.ts";

const kinds = ["Anti-social behaviour", "Burglary", "Drugs", "Shoplifting", "Vehicle crime"];

/** Two years of recorded incidents in every neighbourhood. */
async function loadIncidents(db: Db, now: Date) {
  await db.execute(sql`
    insert into incident_imports (source, month, digest, rows, without_position, outside, attribution, imported_at)
    select 'data.police.uk', (date_trunc('month', ${now.toISOString()}::timestamptz) - n * interval '1 month')::date,
      '', 9000, 0, 100, '', ${now.toISOString()}::timestamptz
    from generate_series(1, 24) as n`);
  await db.execute(sql`
    insert into incident_counts (import_id, neighbourhood_id, kind, month, count)
    select i.id, n.id, kind, i.month, 1 + (extract(month from i.month)::int * 7) % 40
    from incident_imports i, neighbourhoods n, unnest(array[${sql.join(
      kinds.map((kind) => sql`${kind}`),
      sql`, `,
    )}]) as kind`);
}

async function addIncidentMeasure(db: Db, planId: string, today: Day) {
  await db.insert(schema.measures).values({
    planId,
    kind: "incidents",
    title: "Recorded incidents",
    unit: "a month",
    source: "data.police.uk",
    aim: "down",
    incidentKinds: kinds.slice(0, 2),
    baseline: 30,
    target: 15,
    baselineFrom: addDays(today, -600),
    baselineUntil: addDays(today, -235),
    addedAt: new Date(`${today}T12:00:00Z`),
  });
}

/** The reference of a priority that is being worked on, filled as full as a plan gets: twenty actions, four series. */
export async function fillPriority(db: Db, now: Date): Promise<string> {
  const today = londonDay(now);
  const [priority] = await db
    .select({ id: schema.priorities.id, reference: schema.priorities.reference })
    .from(schema.priorities)
    .where(eq(schema.priorities.state, "in-progress"))
    .orderBy(schema.priorities.reference)
    .limit(1);
  if (priority === undefined) throw new Error("No priority is being worked on.");
  await loadIncidents(db, now);
  await db.delete(schema.plans).where(eq(schema.plans.priorityId, priority.id));
  await db.delete(schema.engagementPlans).where(eq(schema.engagementPlans.priorityId, priority.id));
  const planId = await fillPlan(db, priority.id, today);
  await addMeasures(db, planId, today);
  await addIncidentMeasure(db, planId, today);
  await addEngagement(db, priority.id, today);
  await db.execute(sql`analyze`);
  return priority.reference;
}
