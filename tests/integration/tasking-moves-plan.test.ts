import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addDays } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { answerAction } from "#app/services/plan/answer-action.server.ts";
import { readFacts } from "#app/services/plan/read-facts.server.ts";
import { answerTaskingAction, type GivenAnswer } from "#app/services/tasking/answer-action.server.ts";
import { reopenAction } from "#app/services/tasking/reopen-action.server.ts";
import { withdrawAction } from "#app/services/tasking/withdraw-action.server.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { openTaskingDesk, type TaskingDesk } from "./tasking-desk.ts";
import { actionNow, addPlan, addPlanAction, noticesOf, planOf } from "./tasking-plan.ts";

const reference = "P-22222";
let desk: TaskingDesk;
beforeEach(async () => {
  desk = await openTaskingDesk();
  await desk.priority(reference, "n1");
});
afterEach(() => desk.close());

const answer = async (actionId: string, more: Partial<GivenAnswer> = {}) =>
  answerTaskingAction(desk.deps, await desk.as("Council officer"), {
    actionId,
    version: (await actionNow(desk, actionId)).version,
    answer: "done",
    words: "All six lights burn again.",
    publicLine: "repaired the lights on the rec",
    ...more,
  });
const read = async (actionId: string) => ({ actionId, version: (await actionNow(desk, actionId)).version });
const stage = async () => (await planOf(desk, reference)).stage;
const finishPlanAction = async (actionId: string) =>
  answerAction(desk.deps, await desk.as("Sergeant"), {
    actionId,
    version: 1,
    state: "done",
    words: "They walked it each Friday.",
  });

describe("closing the last action of a priority", () => {
  test("moves its plan to the assessment, with a public line, and says that the report is due", async () => {
    await addPlan(desk, reference);
    const [first, second] = [
      await desk.action(1, { priority: reference }),
      await desk.action(2, { priority: reference }),
    ];
    await answer(first);
    expect(await stage(), "one is open").toBe("response-live");
    expect(await answer(second)).toEqual({ ok: true });
    expect(await planOf(desk, reference)).toMatchObject({ stage: "assessment", standing: "running" });
    const [event] = await desk.db.select().from(schema.planEvents);
    expect(event).toMatchObject({ from: "response-live", to: "assessment", actorId: null });
    expect((await noticesOf(desk, "Sergeant")).map(({ path }) => path)).toContain(
      paths.staff.feedback(reference),
    );
    const news = await desk.db
      .select()
      .from(schema.news)
      .where(eq(schema.news.subjectId, desk.id(reference)));
    expect(news.map(({ line }) => line)).toEqual([
      `Speeding ${reference}: All that was agreed is finished. The team is checking what has changed.`,
    ]);
    const [moved] = await desk.auditOf("plan.advance");
    expect(moved).toMatchObject({ actorKind: "system" });
  });

  test("an action of the plan and a joint one wait for each other, whichever is last", async () => {
    await addPlan(desk, reference);
    const own = await addPlanAction(desk, reference);
    const joint = await desk.action(1, { priority: reference });
    await answer(joint);
    expect(await stage()).toBe("response-live");
    expect(await finishPlanAction(own)).toEqual({ ok: true });
    expect(await stage()).toBe("assessment");
  });

  test("both at once move it once", async () => {
    await addPlan(desk, reference);
    const own = await addPlanAction(desk, reference);
    const joint = await desk.action(1, { priority: reference });
    const done = await Promise.all([answer(joint), finishPlanAction(own)]);
    expect(done).toEqual([{ ok: true }, { ok: true }]);
    expect(await stage()).toBe("assessment");
    expect(await desk.db.select().from(schema.planEvents)).toHaveLength(1);
  });

  test("where something else is missing the plan stays, and the sergeant is told", async () => {
    await addPlan(desk, reference, { isInvolved: false });
    await answer(await desk.action(1, { priority: reference }));
    expect(await stage()).toBe("response-live");
    expect((await noticesOf(desk, "Sergeant")).map(({ path }) => path)).toContain(
      paths.staff.planSteps(reference),
    );
  });

  test("a paused plan stays paused", async () => {
    await addPlan(desk, reference);
    await desk.db
      .update(schema.plans)
      .set({ standing: "paused", pausedUntil: addDays(desk.today, 7), pausedReason: "Snow" });
    await answer(await desk.action(1, { priority: reference }));
    expect(await planOf(desk, reference)).toMatchObject({ stage: "response-live", standing: "paused" });
  });

  test("a plan that is not so far stays where it is", async () => {
    await addPlan(desk, reference, { stage: "analysis" });
    await answer(await desk.action(1, { priority: reference }));
    expect(await stage()).toBe("analysis");
    expect(await noticesOf(desk, "Sergeant"), "of the line alone").toHaveLength(1);
  });

  test("one that was declined is open until the group withdraws it", async () => {
    await addPlan(desk, reference);
    const done = await desk.action(1, { priority: reference });
    const declined = await desk.action(2, { priority: reference });
    await answer(done);
    await answer(declined, { answer: "rejected", words: "The road is the county’s." });
    expect(await stage()).toBe("response-live");
    await withdrawAction(desk.deps, await desk.as("Inspector"), await read(declined), "The county does it.");
    expect(await stage()).toBe("assessment");
  });
});

describe("opening an action again", () => {
  const again = () => ({ dueOn: addDays(desk.today, 10), words: "They are dark again." });

  test("leaves the plan where it is", async () => {
    await addPlan(desk, reference);
    const id = await desk.action(1, { priority: reference });
    await answer(id);
    expect(await reopenAction(desk.deps, await desk.as("Inspector"), await read(id), again())).toEqual({
      ok: true,
    });
    expect(await stage()).toBe("assessment");
    await answer(id);
    expect(await desk.db.select().from(schema.planEvents), "moved once").toHaveLength(1);
  });

  test("is refused once the plan is closed", async () => {
    await addPlan(desk, reference, { stage: "assessment" });
    const id = await desk.action(1, { priority: reference });
    await answer(id);
    await desk.db.update(schema.plans).set({ stage: "closed", closedAt: desk.now });
    expect(await reopenAction(desk.deps, await desk.as("Inspector"), await read(id), again())).toMatchObject({
      ok: false,
    });
  });
});

describe("joint actions in the facts of a plan", () => {
  test.each(["Sergeant", "Far sergeant", "Records"] as const)("count whoever asks: %s", async (name) => {
    await addPlan(desk, reference, { stage: "response-agreed" });
    await desk.action(1, { priority: reference });
    await desk.action(2, { priority: reference, state: "rejected", result: "No.", closedAt: desk.now });
    const withdrawn = await desk.action(3, { priority: reference });
    await withdrawAction(desk.deps, await desk.as("Inspector"), await read(withdrawn), "Not needed.");
    const plan = await planOf(desk, reference);
    const facts = await withActor(desk.db, await desk.as(name), (tx) => readFacts(tx, plan));
    expect(facts.actions).toEqual([{ isClosed: false }, { isClosed: false }]);
  });
});
