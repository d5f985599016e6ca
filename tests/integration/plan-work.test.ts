import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app/domain/actor.ts";
import { addDays } from "#app/domain/team/day.ts";
import type { WantedAction } from "#app/domain/plan/wanted-action.ts";
import { addAction } from "#app/services/plan/add-action.server.ts";
import { advancePlan } from "#app/services/plan/advance-plan.server.ts";
import { answerAction } from "#app/services/plan/answer-action.server.ts";
import { involveCommunity } from "#app/services/plan/involve-community.server.ts";
import { pausePlan } from "#app/services/plan/pause-plan.server.ts";
import { endPauses, resumePlan } from "#app/services/plan/resume-plan.server.ts";
import { reviewPlan } from "#app/services/plan/review-plan.server.ts";
import { savePlan } from "#app/services/plan/save-plan.server.ts";
import { actionsOfMine } from "#db/queries/plan-action.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { visitor } from "#app/domain/actor.ts";
import { onDay, openFeedbackTest, type FeedbackTest } from "./feedback-desk.ts";
import { now, today } from "./people-force.ts";

let desk: FeedbackTest;
let inspector: Actor;
beforeEach(async () => {
  desk = await openFeedbackTest();
  inspector = await desk.actor("Inspector");
});
afterEach(() => desk.close());

const deps = (at = now) => ({ db: desk.db, now: at });
const read = async () => ({ reference: desk.reference, version: (await desk.plan()).version });
const fields = () => desk.db.select().from(schema.planFields);

describe("writing in a plan", () => {
  test("each field for itself; what somebody else wrote meanwhile stays, and is handed back", async () => {
    const first = await savePlan(deps(), desk.sergeant, desk.reference, [
      { name: "what", value: "Drivers go too fast", version: 0 },
      { name: "where", value: "Past the school", version: 0 },
    ]);
    expect(first?.written).toHaveLength(2);
    const other = await savePlan(deps(), desk.sergeant, desk.reference, [
      { name: "what", value: "Drivers stop on the zigzags", version: 0 },
      { name: "when", value: "When school ends", version: 0 },
    ]);
    expect(other).toMatchObject({
      written: [{ name: "when" }],
      conflicts: [{ name: "what", value: "Drivers go too fast", version: 1 }],
    });
    expect(await fields()).toHaveLength(3);
    expect(await desk.db.select().from(schema.planChanges)).toHaveLength(3);
  });

  test("two at once: one is written, the other handed back", async () => {
    const save = (value: string) =>
      savePlan(deps(), desk.sergeant, desk.reference, [{ name: "what", value, version: 0 }]);
    const results = await Promise.all([save("Cars"), save("Bikes")]);
    expect(results.flatMap((one) => one?.written ?? [])).toHaveLength(1);
    expect(results.flatMap((one) => one?.conflicts ?? [])).toHaveLength(1);
  });

  test("names nobody, in either layer", async () => {
    const saved = await savePlan(deps(), desk.sergeant, desk.reference, [
      { name: "lessons", value: "Ask mary@example.org", version: 0 },
    ]);
    expect(saved).toMatchObject({ written: [], problems: [{ name: "lessons" }] });
    expect(await fields()).toEqual([]);
  });

  test("a visitor reads the public layer alone, an inspector writes nothing", async () => {
    await savePlan(deps(), desk.sergeant, desk.reference, [
      { name: "what", value: "Drivers go too fast", version: 0 },
      { name: "offender", value: "Canary of the restricted layer", version: 0 },
    ]);
    const seen = await withActor(desk.db, visitor(), (tx) => tx.select().from(schema.planFields));
    expect(seen.map(({ name }) => name)).toEqual(["what"]);
    const changes = await withActor(desk.db, visitor(), (tx) => tx.select().from(schema.planChanges));
    expect(changes).toEqual([]);
    expect(await savePlan(deps(), inspector, desk.reference, [])).toBeNull();
    expect(await savePlan(deps(), visitor(), desk.reference, [])).toBeNull();
  });
});

describe("moving a plan on", () => {
  test("needs the stage whole, and how the community took part", async () => {
    expect(await advancePlan(deps(), desk.sergeant, await read())).toMatchObject({ ok: false });
    await savePlan(
      deps(),
      desk.sergeant,
      desk.reference,
      (
        [
          ["objective", "Fewer drivers too fast by summer"],
          ["measure", "Drivers over the limit"],
          ["baseline", "38"],
          ["baselinePeriod", "March 2026"],
          ["target", "15"],
          ["targetDate", "2027-03-31"],
          ["dataSource", "A count by the council"],
        ] as const
      ).map(([name, value]) => ({ name, value, version: 0 })),
    );
    const stale = await read();
    expect(await advancePlan(deps(), desk.sergeant, stale)).toEqual({ ok: true });
    expect((await desk.plan()).stage).toBe("scanning");
    expect(await advancePlan(deps(), desk.sergeant, stale)).toMatchObject({
      errors: [{ message: expect.stringContaining("Somebody else") as string }],
    });
  });

  test("the community takes part in stages that have opened, and is never a person", async () => {
    const took = {
      stage: "draft",
      heldOn: today,
      who: "Parents",
      how: "At the gate",
      whatChanged: "The hours",
    } as const;
    const involve = (change: object) =>
      involveCommunity(deps(), desk.sergeant, desk.reference, { ...took, ...change });
    expect(await involve({})).toEqual({ ok: true });
    expect(await involve({ stage: "analysis" })).toMatchObject({ errors: [{ field: "stage" }] });
    expect(await involve({ heldOn: addDays(today, 1) })).toMatchObject({ errors: [{ field: "heldOn" }] });
    expect(await involve({ who: "Mr Hollis of 14 Church Lane" })).toMatchObject({
      errors: [{ field: "who" }],
    });
  });

  test("pauses for a public reason until a day, and goes on by itself", async () => {
    const wanted = { until: addDays(today, 10), reason: "The road is dug up." };
    expect(
      await pausePlan(deps(), desk.sergeant, { ...(await read()), ...wanted, reason: " " }),
    ).toMatchObject({
      errors: [{ field: "reason" }],
    });
    expect(await pausePlan(deps(), desk.sergeant, { ...(await read()), ...wanted })).toEqual({ ok: true });
    const run = (days: number) => endPauses({ ...deps(onDay(days)), signal: new AbortController().signal });
    await run(9);
    expect((await desk.plan()).standing).toBe("paused");
    await Promise.all([run(10), run(10)]);
    expect(await desk.plan()).toMatchObject({ standing: "running", pausedUntil: null });
    const lines = (await desk.db.select().from(schema.planEvents)).map(({ line }) => line);
    expect(lines.filter((line) => line === "The work goes on.")).toHaveLength(1);
    expect(await resumePlan(deps(), desk.sergeant, await read())).toMatchObject({ ok: false });
  });

  test("what was returned is so still after a pause, which an inspector may end early", async () => {
    const { id } = await desk.plan();
    await desk.db.update(schema.plans).set({ stage: "analysis", standing: "returned" });
    await desk.db.insert(schema.planEvents).values({
      planId: id,
      at: onDay(-1),
      from: "awaiting-signoff",
      to: "analysis",
      standing: "returned",
      line: "Residents sent it back.",
    });
    const wanted = { until: addDays(today, 10), reason: "The road is dug up." };
    await desk.account("Constable");
    await desk.appoint("Constable", "constable");
    const constable = await desk.actor("Constable");
    for (const at of [now, onDay(1)]) {
      expect(await pausePlan(deps(at), inspector, { ...(await read()), ...wanted })).toEqual({ ok: true });
      expect(await resumePlan(deps(at), constable, await read())).toBeNull();
      expect((await desk.plan()).standing).toBe("paused");
      expect(await resumePlan(deps(onDay(2)), inspector, await read())).toEqual({ ok: true });
      expect(await desk.plan()).toMatchObject({ standing: "returned", pausedUntil: null });
    }
  });

  test("is reviewed by the sergeant and the inspector, each with a day of their own", async () => {
    const at = onDay(30);
    expect(await reviewPlan(deps(at), desk.sergeant, { ...(await read()), note: "Going well" })).toEqual({
      ok: true,
    });
    expect(await reviewPlan(deps(at), inspector, { ...(await read()), note: "Agreed" })).toEqual({
      ok: true,
    });
    expect(await desk.plan()).toMatchObject({
      sergeantDueOn: addDays(today, 58),
      inspectorDueOn: addDays(today, 114),
    });
    const reviews = await desk.db.select().from(schema.planReviews).orderBy(schema.planReviews.reviewer);
    expect(reviews.map(({ reviewer, daysLate }) => [reviewer, daysLate])).toEqual([
      ["sergeant", 2],
      ["inspector", 0],
    ]);
  });
});

describe("actions", () => {
  const wanted = (change: Partial<WantedAction> = {}): WantedAction => ({
    kind: "prevention",
    task: "Put up a sign",
    publicLine: "A sign shows drivers their speed.",
    agencyId: null,
    ownerId: desk.sergeant.accountId,
    startsOn: null,
    dueOn: addDays(today, 14),
    costPence: 40_000,
    ...change,
  });
  const mine = (accountId: string) =>
    withActor(desk.db, desk.sergeant, (tx) => actionsOfMine(tx, { accountId, agencyIds: [] }, today, 50));

  test("are numbered, owned, and answered in a sentence", async () => {
    expect(await addAction(deps(), desk.sergeant, desk.reference, wanted())).toEqual({ ok: true });
    expect(
      await addAction(deps(), desk.sergeant, desk.reference, wanted({ dueOn: addDays(today, 3) })),
    ).toEqual({ ok: true });
    const [first, second] = await mine(desk.sergeant.accountId ?? "");
    expect([first?.number, second?.number]).toEqual([2, 1]);
    const answer = { actionId: first?.id ?? "", version: 1, state: "done", words: "It is up." } as const;
    expect(await answerAction(deps(), desk.sergeant, { ...answer, words: "" })).toMatchObject({ ok: false });
    expect(await answerAction(deps(), visitor(), answer)).toBeNull();
    expect(await answerAction(deps(), desk.sergeant, answer)).toEqual({ ok: true });
    expect(await answerAction(deps(), desk.sergeant, answer)).toMatchObject({ ok: false });
    expect(await mine(desk.sergeant.accountId ?? "")).toHaveLength(1);
  });

  test.each([
    [{ task: " " }, "task"],
    [{ dueOn: addDays(today, -1) }, "dueOn"],
    [{ publicLine: "Visit Mr Hollis at 14 Church Lane" }, "publicLine"],
  ] as const)("are refused with what is wrong: %o", async (change, field) => {
    expect(await addAction(deps(), desk.sergeant, desk.reference, wanted(change))).toMatchObject({
      errors: expect.arrayContaining([expect.objectContaining({ field })]) as unknown,
    });
  });
});
