import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { WantedOpening } from "#app/domain/impact/assessment.ts";
import { changeImpact } from "#app/services/impact/change-impact.server.ts";
import { openImpact } from "#app/services/impact/open-impact.server.ts";
import { readImpact, readImpacts } from "#app/services/impact/read-impact.server.ts";
import { remindOfReviews } from "#app/services/impact/remind-of-reviews.server.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { openingOf } from "./impact-things.ts";
import { openTaskingDesk, type TaskingDesk } from "./tasking-desk.ts";

let desk: TaskingDesk;

beforeAll(async () => {
  desk = await openTaskingDesk();
  // Of a group that the inspector reads nothing of.
  await desk.group("PC", { partnership: "P2", neighbourhoods: ["n4"] });
  await desk.meeting("J-33333", { group: "PC", startsAt: desk.now });
});
afterAll(() => desk.close());
beforeEach(() => desk.db.delete(schema.impactAssessments));

const opening = (changed: Partial<WantedOpening> = {}) => openingOf([desk.id("n1")], changed);
async function open(changed: Partial<WantedOpening> = {}): Promise<string> {
  const opened = await openImpact(desk.deps, await desk.as("Inspector"), opening(changed));
  if (opened?.ok !== true) throw new Error(`Not opened: ${JSON.stringify(opened)}`);
  return opened.reference;
}
const meetingOf = async (reference: string) => {
  const [row] = await desk.db
    .select()
    .from(schema.impactAssessments)
    .where(eq(schema.impactAssessments.reference, reference));
  return row?.meetingId ?? null;
};

test("a meeting that its writer does not read stays when the rest is changed; one that was shown goes", async () => {
  const inspector = await desk.as("Inspector");
  const change = async (reference: string, meeting: string) =>
    changeImpact(desk.deps, inspector, { reference, version: 1 }, opening({ meeting }));
  const hidden = await open();
  await desk.db.update(schema.impactAssessments).set({ meetingId: desk.id("J-33333") });
  expect((await readImpact(desk.deps, inspector, hidden, "change"))?.meeting).toBeNull();
  expect(await change(hidden, "")).toEqual({ ok: true });
  expect(await meetingOf(hidden)).toBe(desk.id("J-33333"));
  const shown = await open({ meeting: "J-22222" });
  expect(await change(shown, "")).toEqual({ ok: true });
  expect(await meetingOf(shown)).toBeNull();
});

test("whoever reads an assessment takes away nothing of what was said in it", async () => {
  await open();
  const [assessment] = await desk.db.select().from(schema.impactAssessments);
  const assessmentId = assessment?.id ?? "";
  const asked = { assessmentId, who: "The group", question: "What do you see?", askedAt: desk.now };
  await desk.db.insert(schema.impactConsultations).values({ ...asked, kind: "iag" });
  await desk.db
    .insert(schema.impactActions)
    .values({ assessmentId, task: "Visit", position: "Sergeant", dueOn: desk.today, addedAt: desk.now });
  await desk.db
    .insert(schema.impactReviews)
    .values({ assessmentId, at: desk.now, dueAt: desk.now, tension: "high", words: "No change." });
  const said = [schema.impactConsultations, schema.impactReviews, schema.impactActions];
  const before = await Promise.all(said.map((table) => desk.db.$count(table)));
  const inspector = await desk.as("Inspector");
  await withActor(desk.db, inspector, async (tx) => {
    expect(await tx.$count(schema.impactConsultations)).toBe(1);
    for (const table of said) await tx.delete(table);
  });
  expect(await Promise.all(said.map((table) => desk.db.$count(table)))).toEqual(before);
});

test("whoever opened it and works elsewhere now reads nothing of it, and is told nothing", async () => {
  const reference = await open();
  await desk.db
    .update(schema.appointments)
    .set({ areaKind: "neighbourhood", areaId: desk.id("n4") })
    .where(eq(schema.appointments.accountId, desk.id("Inspector")));
  const moved = await desk.as("Inspector");
  expect(await readImpact(desk.deps, moved, reference, "impact")).toBeNull();
  expect(await readImpacts(desk.deps, moved, { isOpen: true, limit: 9, offset: 0 })).toEqual([]);
  expect(await withActor(desk.db, moved, (tx) => tx.$count(schema.impactAssessments))).toBe(0);
  const now = new Date(desk.now.getTime() + 23 * 3_600_000);
  await remindOfReviews({ db: desk.db, now, signal: new AbortController().signal });
  const told = (await desk.db.select().from(schema.staffNotices)).map(({ accountId }) => accountId);
  expect(told).toEqual([desk.id("Commander")]);
});
