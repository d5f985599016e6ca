import * as schema from "#db/schema/index.ts";
import { now, type PeopleTest } from "./people-force.ts";

const hourMs = 3_600_000;

/** One concern, one priority and one meeting on everybody's page, and no report of any. */
export async function putReportable({ db, id }: PeopleTest): Promise<void> {
  for (const table of [schema.pageReports, schema.allowances, schema.staffNotices, schema.messages])
    await db.delete(table);
  await db.delete(schema.concerns);
  await db.delete(schema.priorities);
  await db.delete(schema.meetings);
  const common = { neighbourhoodId: id("n1"), changedAt: now };
  await db.insert(schema.concerns).values({
    ...common,
    id: id("concern"),
    reference: "C-22222",
    category: "speeding",
    source: "online",
    state: "published-candidate",
    raisedAt: now,
    publicTitle: "Speeding on the A6",
    publicSummary: "Cars speed.",
    publishedAt: now,
    triageDueAt: now,
  });
  await db.insert(schema.priorities).values({
    ...common,
    id: id("priority"),
    reference: "P-22222",
    origin: "snt-urgent",
    state: "adopted",
    slot: 1,
    category: "speeding",
    title: "Speeding",
    statement: "Cars speed.",
    urgentReason: "It could not wait",
    lapsesOn: "2026-12-20",
  });
  await db.insert(schema.meetings).values({
    id: id("meeting"),
    reference: "M-22222",
    kind: "drop-in",
    state: "announced",
    title: "Tea",
    startsAt: now,
    endsAt: new Date(now.getTime() + hourMs),
    place: "Hall",
    access: "No steps",
    whoComes: "Your sergeant",
    announcedAt: now,
    changedAt: now,
  });
  await db
    .insert(schema.meetingNeighbourhoods)
    .values({ meetingId: id("meeting"), neighbourhoodId: id("n1") });
}
