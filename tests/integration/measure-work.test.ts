import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { visitor, type Actor } from "#app/domain/actor.ts";
import { mostMeasures, type WantedMeasure } from "#app/domain/measure/wanted-measure.ts";
import { addMeasure } from "#app/services/measure/add-measure.server.ts";
import { changeMeasure } from "#app/services/measure/change-measure.server.ts";
import { removeMeasure } from "#app/services/measure/remove-measure.server.ts";
import { typeFigures } from "#app/services/measure/type-figures.server.ts";
import { measuresOf } from "#db/queries/measure.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { openFeedbackTest, type FeedbackTest } from "./feedback-desk.ts";
import { now } from "./people-force.ts";

let desk: FeedbackTest;
beforeEach(async () => {
  desk = await openFeedbackTest();
});
afterEach(() => desk.close());

const wanted: WantedMeasure = {
  kind: "count",
  title: "Drivers over the limit",
  unit: "drivers in an hour",
  source: "A count by the council",
  aim: "down",
  incidentKinds: [],
  baseline: null,
  target: 15,
  baselineFrom: "2025-01-01",
  baselineTo: "2025-12-31",
  isPublic: true,
};
const deps = () => ({ db: desk.db, now });
const add = (change: Partial<WantedMeasure> = {}, actor = desk.sergeant) =>
  addMeasure(deps(), actor, desk.reference, { ...wanted, ...change });
const all = async () => {
  const { id } = await desk.plan();
  return withActor(desk.db, desk.sergeant, (tx) => measuresOf(tx, id));
};
async function added(change: Partial<WantedMeasure> = {}) {
  const answer = await add(change);
  if (answer?.ok !== true) throw new Error(JSON.stringify(answer));
  return { reference: desk.reference, measureId: answer.id, version: 1 };
}
const recorded = async () =>
  (await desk.db.select().from(schema.auditEvents).orderBy(schema.auditEvents.number)).flatMap(
    ({ action, details }) => (action === "measure.change" ? [details] : []),
  );

describe("a measure", () => {
  test("is added, changed and removed, each once and recorded", async () => {
    const read = await added();
    expect(await all()).toMatchObject([{ ...wantedStored, version: 1, points: [] }]);
    const rest = { ...wanted, target: 10 };
    expect(await changeMeasure(deps(), desk.sergeant, read, rest)).toEqual({ ok: true });
    expect(await all()).toMatchObject([{ target: 10, version: 2 }]);
    const stale = await changeMeasure(deps(), desk.sergeant, read, rest);
    expect(stale).toMatchObject({ errors: [{ field: "form" }] });
    await typeFigures(deps(), desk.sergeant, { ...read, version: 2 }, "1 2025 4");
    expect(await removeMeasure(deps(), desk.sergeant, { ...read, version: 3 })).toEqual({ ok: true });
    expect(await all()).toEqual([]);
    expect(await recorded()).toMatchObject(["add", "change", "figures", "remove"].map((step) => ({ step })));
    expect((await recorded()).at(-1)).toMatchObject({ figures: 1 });
  });

  test("says what is wrong, and there are not too many", async () => {
    expect(await add({ title: "" })).toMatchObject({ errors: [{ field: "title" }] });
    for (let at = 0; at < mostMeasures; at++) await added();
    expect(await add()).toMatchObject({ errors: [{ field: "form" }] });
  });

  test("is for whoever writes in the plan, and for the analyst", async () => {
    const inspector = await desk.actor("Inspector");
    const analyst: Actor = {
      ...desk.sergeant,
      roles: [{ role: "analyst", area: { neighbourhoodIds: [desk.id("n1")] }, agencyId: null }],
    };
    const elsewhere: Actor = {
      ...analyst,
      roles: [{ role: "analyst", area: { neighbourhoodIds: [desk.id("n2")] }, agencyId: null }],
    };
    for (const actor of [inspector, elsewhere, visitor()]) expect(await add({}, actor)).toBeNull();
    expect(await add({}, analyst)).toMatchObject({ ok: true });
    const read = await added();
    for (const actor of [inspector, elsewhere, visitor()]) {
      expect(await typeFigures(deps(), actor, read, "1 2025 4")).toBeNull();
      expect(await removeMeasure(deps(), actor, read)).toBeNull();
    }
  });

  test("of another plan, or of a closed one, is not changed", async () => {
    const read = await added();
    const [other] = await desk.db
      .insert(schema.priorities)
      .values({
        reference: "P-22222",
        neighbourhoodId: desk.id("n1"),
        origin: "partner",
        state: "proposed",
        category: "other",
        title: "Another",
        statement: "Another.",
        changedAt: now,
      })
      .returning();
    const plan = await desk.plan();
    await desk.db.insert(schema.plans).values({
      priorityId: other?.id ?? "",
      begunOn: plan.begunOn,
      sergeantDueOn: plan.begunOn,
      inspectorDueOn: plan.begunOn,
      changedAt: now,
    });
    expect(await removeMeasure(deps(), desk.sergeant, { ...read, reference: "P-22222" })).toBeNull();
    await desk.db.update(schema.plans).set({ stage: "closed", closedAt: now });
    expect(await typeFigures(deps(), desk.sergeant, read, "1 2025 4")).toMatchObject({
      errors: [{ message: "The plan is closed" }],
    });
  });
});

const wantedStored = {
  title: wanted.title,
  unit: wanted.unit,
  baselineFrom: "2025-01-01",
  baselineUntil: "2026-01-01",
  incidentKinds: null,
};

describe("figures", () => {
  test("come in together; a correction takes the place of what stood, and is recorded", async () => {
    const read = await added();
    const type = (version: number, typed: string) =>
      typeFigures(deps(), desk.sergeant, { ...read, version }, typed);
    expect(await type(1, "January 2025: 38\nFebruary 2025: 35\nMarch 2025: 4")).toEqual({ ok: true });
    expect(await type(2, "February 2025: 34\nJanuary 2025: 38\nMarch 2025: none")).toEqual({ ok: true });
    const [measure] = await all();
    expect(measure?.points).toEqual([
      { on: "2025-01-01", value: 38, asked: null },
      { on: "2025-02-01", value: 34, asked: null },
    ]);
    expect((await recorded()).slice(1)).toMatchObject([
      { added: 3, corrected: 0, removed: 0 },
      {
        added: 0,
        corrected: 1,
        removed: 1,
        corrections: "2025-02-01 35 to 34; 2025-03-01 4 to none",
      },
    ]);
  });

  test("that say nothing new change nothing", async () => {
    const read = await added();
    await typeFigures(deps(), desk.sergeant, read, "1 2025 4");
    const again = { ...read, version: 2 };
    expect(await typeFigures(deps(), desk.sergeant, again, "1 2025 4")).toEqual({ ok: true });
    expect((await all())[0]?.version).toBe(2);
    expect(await recorded()).toHaveLength(2);
  });

  test("with one wrong line are none", async () => {
    const read = await added();
    expect(await typeFigures(deps(), desk.sergeant, read, "1 2025 4\nFebruary 5")).toMatchObject({
      errors: [{ field: "figures", message: expect.stringContaining("Line 2") as string }],
    });
    expect((await all())[0]?.points).toEqual([]);
  });

  test("of a survey need how many were asked; recorded incidents are counted, not typed", async () => {
    const survey = await added({ kind: "survey" });
    const type = (read: typeof survey, typed: string) => typeFigures(deps(), desk.sergeant, read, typed);
    expect(await type(survey, "1 2025 40")).toMatchObject({ ok: false });
    expect(await type(survey, "1 2025 40% of 120")).toEqual({ ok: true });
    const incidents = await added({ kind: "incidents", incidentKinds: ["Drugs"] });
    expect(await type(incidents, "1 2025 40")).toMatchObject({ errors: [{ field: "figures" }] });
  });

  test("two at once: one is written, the other told", async () => {
    const read = await added();
    const answers = await Promise.all(
      ["1 2025 4", "1 2025 5"].map((typed) => typeFigures(deps(), desk.sergeant, read, typed)),
    );
    expect(answers.map((one) => one?.ok).sort()).toEqual([false, true]);
  });
});
