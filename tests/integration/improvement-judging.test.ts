import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as schema from "#db/schema/index.ts";
import { openImprovementTest, putMonth, type ImprovementTest } from "./improvement-desk.ts";
import { addImprovement } from "./improvement-things.ts";

let desk: ImprovementTest;
beforeEach(async () => {
  desk = await openImprovementTest();
});
afterEach(() => desk.close());

const states = async () => (await desk.improvements()).map(({ state }) => state);

describe("a month that is over", () => {
  test("is judged once its duties can no longer be confirmed", async () => {
    await desk.month("2026-10-01", 10.2);
    await desk.judge("2026-11-07");
    expect(await states()).toEqual([]);
    await desk.judge("2026-11-08");
    expect(await states()).toEqual(["watch"]);
  });

  test("opens a watch, once: with its step, told to the inspector alone, recorded", async () => {
    await desk.month("2026-10-01", 10.2);
    await Promise.all([desk.judge("2026-11-10"), desk.judge("2026-11-10")]);
    await desk.judge("2026-11-11");
    expect(await desk.improvements()).toMatchObject([
      { state: "watch", openedFor: "2026-10-01", judgedTo: "2026-10-01", ownerId: null },
    ]);
    expect(await desk.steps()).toEqual([
      {
        from: "within",
        to: "watch",
        line: "October 2026: 10.2%, over target. One month over 10% is watched.",
      },
    ]);
    expect(await desk.notices("Inspector")).toEqual([
      "new: Abstraction: a team of your area was over the target for a month and is watched",
    ]);
    for (const name of ["Another inspector", "Chief", "Sergeant"])
      expect(await desk.notices(name)).toEqual([]);
    const judged = (await desk.db.select().from(schema.auditEvents)).filter(
      ({ action }) => action === "abstraction.judge",
    );
    // Each team once; the second run finds nothing to judge.
    expect(judged.map(({ subjectId }) => subjectId).sort()).toEqual(
      ["T1", "T2", "T3"].map((team) => desk.id(team)).sort(),
    );
    expect(judged.find(({ subjectId }) => subjectId === desk.id("T1"))?.details).toEqual({
      months: 12,
      to: "2026-10-01",
      was: "within",
      is: "watch",
    });
  });

  test("is the sum of the team’s neighbourhoods, with the definition of the month, without specials", async () => {
    await desk.month("2026-10-01", 12);
    await putMonth(desk.db, desk.id("n2"), "2026-10-01", { rate: 8 });
    await desk.month("2026-10-01", 90, { isSpecial: true });
    await desk.db.insert(schema.abstractionDefinitions).values({
      version: 2,
      words: "Another",
      notes: "",
      effectiveFrom: "2026-11-01",
      agreedBy: [],
      change: "",
      adoptedAt: new Date(),
    });
    await desk.month("2026-10-01", 90, { version: 2 });
    await desk.judge("2026-11-10");
    expect(await states()).toEqual([]);
    await putMonth(desk.db, desk.id("n2"), "2026-10-01", { rate: 8.1 });
    await desk.judge("2026-11-11");
    expect(await states()).toEqual(["watch"]);
  });
});

test("the whole way: watched, required, closed; then a new one", async () => {
  await desk.month("2026-05-01", 10.1);
  await desk.judge("2026-06-08");
  await desk.month("2026-06-01", 12);
  await desk.judge("2026-07-08");
  expect(await states()).toEqual(["plan-required"]);
  await desk.month("2026-07-01", 11);
  await desk.judge("2026-08-08");
  expect(await desk.notices("Inspector")).toEqual([
    "new: Abstraction: a team of your area was over the target for a month and is watched",
    "new: Abstraction: a team of your area needs an improvement plan",
    "late: Abstraction: an improvement plan is still to be written",
  ]);
  for (const month of ["2026-08-01", "2026-09-01", "2026-10-01"]) await desk.month(month, 9);
  await desk.judge("2026-11-08");
  expect(await desk.improvements()).toMatchObject([{ state: "closed", judgedTo: "2026-10-01" }]);
  await desk.month("2026-11-01", 10.1);
  await desk.judge("2026-12-08");
  expect(await states()).toEqual(["closed", "watch"]);
});

test("a watched team that has a good month goes back, and is watched again in the same improvement", async () => {
  await desk.month("2026-08-01", 10.1);
  await desk.month("2026-09-01", 9);
  await desk.judge("2026-10-08");
  expect(await states()).toEqual(["within"]);
  await desk.month("2026-10-01", 10.3);
  await desk.judge("2026-11-08");
  expect(await desk.improvements()).toMatchObject([{ state: "watch", openedFor: "2026-10-01" }]);
  expect((await desk.steps()).map(({ to }) => to)).toEqual(["watch", "within", "watch"]);
});

test("May at 9.8% that July finds to be 10.2% is a breach from then on", async () => {
  await desk.month("2026-05-01", 9.8);
  await desk.month("2026-06-01", 9);
  await desk.judge("2026-07-09");
  expect(await states()).toEqual([]);
  await desk.month("2026-05-01", 10.2);
  await desk.judge("2026-07-20");
  const [opened] = await desk.improvements();
  expect(opened).toMatchObject({ state: "watch", openedFor: "2026-05-01", judgedTo: "2026-06-01" });
  expect(opened?.openedAt.toISOString()).toBe("2026-07-20T10:00:00.000Z");
  expect(await desk.steps()).toMatchObject([
    { line: "May 2026, corrected: 10.2%, over target. One month over 10% is watched." },
  ]);
  await desk.judge("2026-07-21");
  expect(await desk.steps()).toHaveLength(1);
  // A correction that changes nothing of the judgement is none.
  await desk.month("2026-05-01", 10.4);
  await desk.judge("2026-07-22");
  expect(await desk.steps()).toHaveLength(1);
  // Good after all.
  await desk.month("2026-05-01", 10);
  await desk.judge("2026-07-23");
  expect(await states()).toEqual(["within"]);
  expect((await desk.steps()).at(-1)?.line).toContain("May 2026, corrected: 10.0%.");
});

test("what stands without its judgements, as a demonstration has it, goes on from where it is", async () => {
  await desk.month("2026-09-01", 20);
  await desk.month("2026-10-01", 9);
  await addImprovement(desk.db, desk.id("n1"), "plan-live", new Date("2026-11-01T10:00:00Z"));
  await desk.judge("2026-11-10");
  expect(await states()).toEqual(["plan-live"]);
  expect(await desk.steps()).toHaveLength(1);
});

test("an escalation tells the chief officers, the inspector and the owner, and names no team and no figure", async () => {
  await addImprovement(desk.db, desk.id("n1"), "plan-live", new Date("2026-07-01T10:00:00Z"));
  await desk.db
    .update(schema.abstractionImprovements)
    .set({ liveAt: new Date("2026-07-05T10:00:00Z"), ownerId: desk.id("Commander") });
  await desk.month("2026-06-01", 12);
  for (const month of ["2026-08-01", "2026-09-01", "2026-10-01"]) await desk.month(month, 12);
  await desk.judge("2026-11-10");
  expect(await desk.improvements()).toMatchObject([{ state: "escalated" }]);
  const told = "escalated: Abstraction: an improvement is escalated to the chief officers";
  for (const name of ["Chief", "Inspector", "Commander"]) expect(await desk.notices(name)).toEqual([told]);
});

test("where no inspector was named, whoever answers for the team hears of it", async () => {
  await desk.account("Archer account", { person: "Archer" });
  await desk.db.delete(schema.appointments);
  await desk.month("2026-10-01", 16);
  await desk.judge("2026-11-10");
  expect(await desk.notices("Archer account")).toEqual([
    "new: Abstraction: a team of your area needs an improvement plan",
  ]);
});
