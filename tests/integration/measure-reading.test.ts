import { afterEach, beforeEach, expect, test } from "vitest";
import { addMonths } from "#app/domain/measure/month.ts";
import { visitor } from "#app/domain/actor.ts";
import { measuresOf, publicMeasuresOf } from "#db/queries/measure.ts";
import { switchTerm } from "#db/queries/edition-switch.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { square } from "#tests/support/boundary-files.ts";
import { openFeedbackTest, type FeedbackTest } from "./feedback-desk.ts";
import { now, today } from "./people-force.ts";

let desk: FeedbackTest;
let planId: string;
beforeEach(async () => {
  desk = await openFeedbackTest();
  planId = (await desk.plan()).id;
});
afterEach(() => desk.close());

const thisMonth = addMonths(today, 0);
const month = (back: number) => addMonths(thisMonth, -back);

/** One month of a source, with what was counted in the priority's neighbourhood and in the next. */
async function load(on: string, counts: Record<string, number>, source = "data.police.uk") {
  const [made] = await desk.db
    .insert(schema.incidentImports)
    .values({
      source,
      month: on,
      digest: on,
      rows: 9,
      withoutPosition: 0,
      outside: 0,
      attribution: "",
      importedAt: now,
    })
    .returning();
  await desk.db.insert(schema.incidentCounts).values(
    Object.entries(counts).flatMap(([kind, count]) =>
      ["n1", "n2"].map((name) => ({
        importId: made?.id ?? "",
        neighbourhoodId: desk.id(name),
        kind,
        month: on,
        count: name === "n1" ? count : 100,
      })),
    ),
  );
}

let added = 0;
async function measure(title: string, change: Partial<typeof schema.measures.$inferInsert> = {}) {
  const [made] = await desk.db
    .insert(schema.measures)
    .values({
      planId,
      kind: "count",
      title,
      unit: "a month",
      source: "Somebody",
      aim: "down",
      addedAt: new Date(now.getTime() + added++),
      ...change,
    })
    .returning();
  return made?.id ?? "";
}

const incidents = { kind: "incidents" as const, incidentKinds: ["Drugs", "Burglary"] };
const asVisitor = () => withActor(desk.db, visitor(), (tx) => publicMeasuresOf(tx, planId));

test("recorded incidents are counted by month, each measure for itself", async () => {
  await load(month(3), { Drugs: 2, Burglary: 3, Robbery: 7 });
  await load(month(2), { Robbery: 1 });
  await load(month(0), { Drugs: 4 });
  await load(month(40), { Drugs: 4 });
  await load(month(4), { Drugs: 50 }, "another");
  await measure("Two kinds", incidents);
  await measure("Robbery", { kind: "incidents", incidentKinds: ["Robbery"] });
  const [both, robbery] = await asVisitor();
  // A loaded month without any is nought; the month between that nobody loaded is no figure.
  expect(both?.points).toEqual([
    { on: month(3), value: 5, asked: null },
    { on: month(2), value: 0, asked: null },
    { on: month(0), value: 4, asked: null },
  ]);
  expect(robbery?.points.map(({ value }) => value)).toEqual([7, 1, 0]);
});

test("residents see public measures alone, with what was typed in, the earliest first", async () => {
  const open = await measure("Counted by wardens");
  await measure("Canary", { isPublic: false });
  await measure("Canary of incidents", { ...incidents, isPublic: false });
  await load(month(1), { Drugs: 2 });
  await desk.db.insert(schema.measurePoints).values([
    { measureId: open, on: month(1), value: 4.5, addedAt: now },
    { measureId: open, on: month(2), value: 9, addedAt: now },
  ]);
  const seen = await asVisitor();
  expect(seen).toMatchObject([
    {
      title: "Counted by wardens",
      points: [
        { on: month(2), value: 9 },
        { on: month(1), value: 4.5 },
      ],
    },
  ]);
  const all = await withActor(desk.db, desk.sergeant, (tx) => measuresOf(tx, planId));
  expect(all.map(({ title, points }) => [title, points.length])).toEqual([
    ["Counted by wardens", 2],
    ["Canary", 0],
    ["Canary of incidents", 1],
  ]);
});

test("a month counted while the neighbourhood had another shape is no figure, until it is loaded again", async () => {
  await measure("Two kinds", incidents);
  const drawn = async (lng: number, at: Date) => {
    const [edition] = await desk.db
      .insert(schema.editions)
      .values({
        noun: "boundaries",
        status: "whole",
        source: "areas",
        attribution: "",
        isIllustrative: false,
        digest: "",
        createdAt: at,
      })
      .returning();
    const editionId = edition?.id ?? "";
    const shape = { editionId, neighbourhoodId: desk.id("n1"), name: "North", centreLng: lng, centreLat: 53 };
    await desk.db.insert(schema.boundaries).values({ ...shape, geometry: square([lng, 53]) });
    await switchTerm(desk.db, "boundaries", editionId, at);
  };
  const values = async () => (await asVisitor())[0]?.points.map(({ value }) => value);
  const leftOut = async () => (await asVisitor())[0]?.monthsOfOtherShape;
  const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
  await drawn(-1.7, days(-1));
  await load(month(2), { Drugs: 2 });
  await drawn(-1.7, days(1));
  expect(await values()).toEqual([2]);
  await drawn(-1.6, days(2));
  expect(await values()).toEqual([]);
  expect(await leftOut()).toBe(1);
  await desk.db.update(schema.incidentImports).set({ importedAt: days(3) });
  expect(await values()).toEqual([2]);
});

test("a plan without measures has none", async () => {
  expect(await asVisitor()).toEqual([]);
});
