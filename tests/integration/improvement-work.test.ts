import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app/domain/actor.ts";
import { addImprovementAction } from "#app/services/abstraction/add-improvement-action.server.ts";
import { answerImprovementAction } from "#app/services/abstraction/answer-improvement-action.server.ts";
import { approveImprovement } from "#app/services/abstraction/approve-improvement.server.ts";
import { reviewImprovement } from "#app/services/abstraction/review-improvement.server.ts";
import { saveImprovementPlan } from "#app/services/abstraction/save-improvement-plan.server.ts";
import { writeImprovementResult } from "#app/services/abstraction/write-improvement-result.server.ts";
import { readImprovementSummaries } from "#app/improvement-summaries.server.ts";
import { improvementActionsOf } from "#db/queries/abstraction-improvement-action.ts";
import { withActor } from "#db/with-actor.ts";
import { addImprovement } from "./improvement-things.ts";
import { openImprovementTest, type ImprovementTest } from "./improvement-desk.ts";
import { now } from "./people-force.ts";

let desk: ImprovementTest;
let id: string;
beforeEach(async () => {
  desk = await openImprovementTest();
  id = await addImprovement(desk.db, desk.id("n1"), "plan-required", now);
});
afterEach(() => desk.close());

const deps = () => ({ db: desk.db, now });
const approve = async (as: Actor, whyTeamAlone = "") =>
  approveImprovement(deps(), as, { id, version: (await desk.latest()).version, whyTeamAlone });
const fieldsOf = (change: { ok: boolean; errors?: readonly { field: string }[] } | null) =>
  change?.errors?.map(({ field }) => field);
const empty = {
  rootCause: "",
  target: "",
  targetTenths: null,
  targetOn: null,
  publicSummary: "",
  ownerId: null,
};
const action = () => ({
  unit: "Custody",
  task: "Fill the cells",
  ownerId: desk.id("Chief"),
  dueOn: "2026-12-24",
});

describe("a plan", () => {
  test("runs when it is whole and somebody else than its owner approves it", async () => {
    expect(await approve(desk.as("Commander"))).toMatchObject({ ok: false });
    await desk.plan(now);
    expect(fieldsOf(await approve(desk.as("Inspector")))).toEqual(["form"]);
    expect(await approve(desk.as("Commander"))).toEqual({ ok: true });
    expect(await desk.latest()).toMatchObject({ state: "plan-live", liveAt: now });
    expect((await desk.steps()).at(-1)).toEqual({
      from: "plan-required",
      to: "plan-live",
      line: "The plan runs.",
    });
    expect(await desk.notices("Inspector")).toContain("new: Abstraction: your improvement plan is approved");
    expect(await desk.notices("Night sergeant")).toEqual([
      "new: Abstraction: an action of an improvement is yours",
    ]);
    // What runs stays whole.
    const { version } = await desk.latest();
    expect(
      fieldsOf(await saveImprovementPlan(deps(), desk.as("Inspector"), { id, version, ...empty })),
    ).toEqual(["rootCause", "target", "targetRate", "targetOn", "publicSummary", "owner"]);
  });

  test("is approved by nobody who wrote it last, and what was approved stays", async () => {
    const plan = await desk.plan(now);
    const { rootCause, target, targetTenths, targetOn, publicSummary, ownerId } = plan;
    const written = { rootCause, target, targetTenths, targetOn, publicSummary, ownerId };
    const save = async (as: Actor, at: Date, more: Partial<typeof written> = {}) =>
      saveImprovementPlan({ db: desk.db, now: at }, as, {
        ...{ id, version: (await desk.latest()).version, ...written },
        ...more,
      });
    const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
    expect(await save(desk.as("Commander"), later(1), { rootCause: "Nights are short." })).toEqual({
      ok: true,
    });
    expect(fieldsOf(await approve(desk.as("Commander")))).toEqual(["form"]);
    expect(await save(desk.as("Inspector"), later(2))).toEqual({ ok: true });
    expect(await approve(desk.as("Commander"))).toEqual({ ok: true });
    const moved = { targetTenths: 90, targetOn: "2027-07-31", ownerId: desk.id("Commander") };
    expect(fieldsOf(await save(desk.as("Inspector"), later(3), moved))).toEqual([
      "owner",
      "targetRate",
      "targetOn",
    ]);
    expect(await save(desk.as("Inspector"), later(4), { rootCause: "Nights." })).toEqual({ ok: true });
  });

  test("on the team alone says why", async () => {
    await desk.plan(now, "T1");
    expect(fieldsOf(await approve(desk.as("Commander")))).toEqual(["whyTeamAlone"]);
    const why = "The team lends its officers by itself.";
    expect(await approve(desk.as("Commander"), why)).toEqual({ ok: true });
    expect((await desk.steps()).at(-1)?.line).toContain(why);
  });

  test("of two who write at once the second is told", async () => {
    const { version } = await desk.latest();
    const write = (rootCause: string) =>
      saveImprovementPlan(deps(), desk.as("Inspector"), { id, version, ...empty, rootCause });
    const both = await Promise.all([write("One cause"), write("Another cause")]);
    expect(both.filter((one) => one?.ok)).toHaveLength(1);
    expect(fieldsOf(both.find((one) => one?.ok === false) ?? null)).toEqual(["form"]);
  });

  test("is given to nobody who does not lead here", async () => {
    const { version } = await desk.latest();
    const wanted = { id, version, ...empty, ownerId: desk.id("Another inspector") };
    expect(fieldsOf(await saveImprovementPlan(deps(), desk.as("Inspector"), wanted))).toEqual(["owner"]);
    const given = { ...action(), ownerId: desk.id("Another inspector") };
    expect(fieldsOf(await addImprovementAction(deps(), desk.as("Inspector"), id, given))).toEqual(["owner"]);
  });
});

test("is written by the inspector and the commander of the area, by the chief officer once escalated", async () => {
  const add = (as: Actor) => addImprovementAction(deps(), as, id, action());
  for (const name of ["Another inspector", "Sergeant", "Chief", "Night sergeant"] as const)
    expect(await add(desk.as(name)), name).toBeNull();
  for (const name of ["Inspector", "Commander"] as const)
    expect(await add(desk.as(name)), name).toEqual({ ok: true });
  id = await addImprovement(desk.db, desk.id("n1"), "escalated", now);
  expect(await add(desk.as("Chief"))).toEqual({ ok: true });
});

test("an action is answered by its owner, once, and by nobody whose it is not", async () => {
  await desk.plan(now);
  const mine = () =>
    withActor(desk.db, desk.as("Night sergeant"), (tx) =>
      improvementActionsOf(tx, desk.id("Night sergeant"), 5),
    );
  const [open] = await mine();
  const answer = (name: Parameters<typeof desk.as>[0], words: string) =>
    answerImprovementAction(deps(), desk.as(name), {
      actionId: open?.id ?? "",
      version: 1,
      state: "done",
      words,
    });
  expect(await answer("Sergeant", "Done.")).toBeNull();
  expect(fieldsOf(await answer("Night sergeant", ""))).toEqual(["words"]);
  expect(fieldsOf(await answer("Night sergeant", "Ask Mr Hollis"))).toEqual(["words"]);
  expect(await answer("Night sergeant", "Three more officers since Monday.")).toEqual({ ok: true });
  expect(fieldsOf(await answer("Inspector", "Again."))).toEqual(["form"]);
  expect(await mine()).toEqual([]);
});

test("is reviewed once a month", async () => {
  const review = (note: string, at = now) =>
    reviewImprovement({ db: desk.db, now: at }, desk.as("Commander"), { id, note });
  expect(fieldsOf(await review(" "))).toEqual(["note"]);
  expect(await review("Nights are still short.")).toEqual({ ok: true });
  expect(fieldsOf(await review("Once more."))).toEqual(["form"]);
  expect(await review("Better.", new Date("2026-12-02T10:00:00Z"))).toEqual({ ok: true });
});

test("the result is said of what is closed", async () => {
  const result = async () =>
    writeImprovementResult(deps(), desk.as("Inspector"), {
      id,
      version: (await desk.latest()).version,
      result: "The night shift is full.",
    });
  expect(fieldsOf(await result())).toEqual(["form"]);
  id = await addImprovement(desk.db, desk.id("n1"), "closed", now);
  expect(await result()).toEqual({ ok: true });
  expect((await desk.latest()).result).toBe("The night shift is full.");
});

describe("a panel reads", () => {
  const summaries = async (role: "panel-member" | "partnership-chair", place: string) => {
    const name = `${role} ${place}`;
    await desk.account(name, { kind: "member" });
    await desk.appoint(name, role, { kind: "neighbourhood", areaId: desk.id(place) });
    const actor = await desk.actor(name, "member");
    return withActor(desk.db, actor, (tx) => readImprovementSummaries(tx, actor, now));
  };

  test("of its own teams alone, and of a plan once it is approved", async () => {
    await desk.plan(now);
    expect(await summaries("panel-member", "n4")).toMatchObject([{ name: "T3", state: "within" }]);
    expect(await summaries("panel-member", "n1")).toMatchObject([
      { name: "T1", state: "plan-required", publicSummary: null, targetTenths: null, actions: 0 },
    ]);
    await approve(desk.as("Commander"));
    const [read] = await summaries("partnership-chair", "n2");
    expect(read).toMatchObject({
      state: "plan-live",
      publicSummary: "The night shift gets three more officers.",
      targetTenths: 95,
      doneActions: 0,
      actions: 1,
    });
    expect(JSON.stringify(read)).not.toContain("11 of 30");
  });

  test("nothing without the permission", async () => {
    const sergeant = desk.as("Sergeant");
    expect(await withActor(desk.db, sergeant, (tx) => readImprovementSummaries(tx, sergeant, now))).toEqual(
      [],
    );
  });
});
