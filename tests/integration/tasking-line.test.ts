import { isNull } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { visitor } from "#app/domain/actor.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { addDays } from "#app/domain/team/day.ts";
import { tellFollowers } from "#app/services/following/tell-followers.server.ts";
import { answerTaskingAction } from "#app/services/tasking/answer-action.server.ts";
import { decideLine, type LineDecision } from "#app/services/tasking/decide-line.server.ts";
import { reopenAction } from "#app/services/tasking/reopen-action.server.ts";
import { takeOnAction } from "#app/services/tasking/take-on-action.server.ts";
import { changesOfPriority } from "#db/queries/public-changes.ts";
import { jointActionsOf } from "#db/queries/tasking-of-priority.ts";
import { publicLinesOf } from "#db/queries/tasking-public-line.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { openTaskingDesk, type TaskingDesk, type TaskingPerson } from "./tasking-desk.ts";
import { actionNow, noticesOf } from "./tasking-plan.ts";

let desk: TaskingDesk;
let id: string;
beforeEach(async () => {
  desk = await openTaskingDesk();
  await desk.priority("P-22222", "n1");
  id = await desk.action(1, { priority: "P-22222" });
});
afterEach(() => desk.close());

const addMinutes = (minutes: number) => new Date(desk.now.getTime() + minutes * 60_000);
const finish = async (publicLine: string | null = "repaired the lights on the rec") =>
  answerTaskingAction(desk.deps, await desk.as("Council officer"), {
    actionId: id,
    version: (await actionNow(desk, id)).version,
    answer: "done",
    words: "All six lights burn again.",
    publicLine,
    withheldReason: publicLine === null ? "It shows where the cameras are." : null,
  });
const decide = async (name: TaskingPerson, decision: LineDecision) =>
  decideLine(
    desk.deps,
    await desk.as(name),
    { actionId: id, version: (await actionNow(desk, id)).version },
    decision,
  );
const publish = (line = "repaired the lights on the rec", isElectionMinded = false): LineDecision => ({
  is: "publish",
  line,
  isElectionMinded,
});
const shown = () =>
  withActor(desk.db, visitor(), async (tx) => ({
    lines: (await publicLinesOf(tx, desk.id("P-22222"))).map(({ line }) => line),
    news: (await changesOfPriority(tx, desk.id("P-22222"), 50)).map(({ line }) => line),
  }));

describe("the public line", () => {
  test("is proposed by the agency, and read by nobody until it is published", async () => {
    expect(await finish()).toEqual({ ok: true });
    expect(await actionNow(desk, id)).toMatchObject({ publicLineState: "proposed" });
    expect(await shown()).toEqual({ lines: [], news: [] });
    expect(await noticesOf(desk, "Sergeant")).toHaveLength(1);
    expect(await decide("Sergeant", publish())).toEqual({ ok: true });
    const { lines, news } = await shown();
    expect(lines).toEqual(["repaired the lights on the rec"]);
    expect(news).toEqual([
      expect.stringMatching(/^Speeding P-22222: .+ repaired the lights on the rec, .+\.$/),
    ]);
    expect(await desk.auditOf("tasking.publish-line")).toHaveLength(1);
  });

  test("put right, it is right everywhere and told nobody again", async () => {
    await finish();
    await decide("Sergeant", publish());
    await decide("Constable", publish("repaired all lights on the rec"));
    const { lines, news } = await shown();
    expect(lines).toEqual(["repaired all lights on the rec"]);
    expect(news).toHaveLength(1);
    expect(news[0]).toContain("all lights");
  });

  test("taken down, it stands nowhere", async () => {
    await finish();
    await decide("Sergeant", publish());
    expect(await decide("Sergeant", { is: "withhold", reason: "" })).toMatchObject({ ok: false });
    expect(await decide("Sergeant", { is: "withhold", reason: "It was the wrong rec." })).toEqual({
      ok: true,
    });
    expect(await shown()).toEqual({ lines: [], news: [] });
    expect(await actionNow(desk, id)).toMatchObject({ publicLineState: "withheld", publishedAt: null });
  });

  test("comes down when the action is opened again", async () => {
    await finish();
    await decide("Sergeant", publish());
    const { version } = await actionNow(desk, id);
    const again = { dueOn: addDays(desk.today, 10), words: "They are dark again." };
    const change = await reopenAction(
      desk.deps,
      await desk.as("Inspector"),
      { actionId: id, version },
      again,
    );
    expect(change).toEqual({ ok: true });
    expect(await shown()).toEqual({ lines: [], news: [] });
    expect(await actionNow(desk, id)).toMatchObject({ publicLineState: "none", state: "assigned" });
  });

  test("withheld by the agency with a reason, it may be published by the sergeant all the same", async () => {
    expect(await finish(null)).toEqual({ ok: true });
    expect(await actionNow(desk, id)).toMatchObject({ publicLineState: "withheld" });
    expect(await decide("Sergeant", publish("made the rec lighter"))).toEqual({ ok: true });
    expect((await shown()).lines).toEqual(["made the rec lighter"]);
  });

  test.each([
    ["Constable", true],
    ["Sergeant", true],
    ["Inspector", true],
    ["Chair", false],
    ["Council officer", false],
    ["Analyst", false],
    ["Far sergeant", false],
  ] as const)("%s decides: %s", async (name, may) => {
    await finish();
    expect(await decide(name, publish())).toEqual(may ? { ok: true } : null);
  });

  test("is not published before it is done, nor with what points at a person", async () => {
    expect(await decide("Sergeant", publish())).toMatchObject({ ok: false });
    await finish();
    expect(await decide("Sergeant", publish("rang 07700 900123"))).toMatchObject({
      errors: [{ field: "publicLine" }],
    });
    expect((await shown()).lines).toEqual([]);
  });

  test("waits for a word before an election, and goes on no page that was taken down", async () => {
    await finish();
    await desk.db.insert(schema.preElectionPeriods).values({
      startsOn: addDays(desk.today, -3),
      endsOn: addDays(desk.today, 3),
      reason: "Council election",
      pausesCycles: false,
      setAt: desk.now,
    });
    expect(await decide("Sergeant", publish())).toMatchObject({ errors: [{ field: "isElectionMinded" }] });
    await desk.db.update(schema.priorities).set({ takenDownAt: desk.now });
    expect(await decide("Sergeant", publish(undefined, true))).toMatchObject({ errors: [{ field: "form" }] });
    await desk.db.update(schema.priorities).set({ takenDownAt: null });
    expect(await decide("Sergeant", publish(undefined, true))).toEqual({ ok: true });
    expect(await decide("Sergeant", publish("lit up the whole rec")), "other words").toMatchObject({
      errors: [{ field: "isElectionMinded" }],
    });
    expect(await decide("Sergeant", publish()), "the same words").toEqual({ ok: true });
    expect(await decide("Sergeant", publish("lit up the whole rec", true))).toEqual({ ok: true });
  });

  test("goes on no page that is not there yet, and to no follower of one that was taken down", async () => {
    await finish();
    const set = (changes: Partial<typeof schema.priorities.$inferInsert>) =>
      desk.db.update(schema.priorities).set(changes);
    await set({ state: "proposed", slot: null });
    expect(await decide("Sergeant", publish())).toMatchObject({ errors: [{ field: "form" }] });
    await set({ state: "in-progress", slot: 1 });
    await desk.db.insert(schema.followings).values({
      accountId: desk.id("Council officer"),
      kind: "priority",
      subjectId: desk.id("P-22222"),
      pace: "each",
      since: addMinutes(-1),
    });
    await decide("Sergeant", publish());
    await set({ takenDownAt: desk.now });
    const { signal } = new AbortController();
    await tellFollowers({ db: desk.db, now: desk.now, publicUrl: "https://sn.example", signal });
    expect((await desk.mails()).filter(({ body }) => body?.includes("lights on the rec"))).toEqual([]);
    expect(await desk.db.$count(schema.news, isNull(schema.news.toldAt))).toBe(0);
  });
});

describe("what a tactical group gave for a priority", () => {
  beforeEach(async () => {
    await desk.agreement("A-33333", ["police", "council"]);
    await desk.group("TA", { level: "tactical", neighbourhoods: ["n1", "n4"], chair: "Commander" });
    id = await desk.action(9, { group: "TA", priority: "P-22222" });
  });

  test("is read by the priority's own police, and by no others of one of its neighbourhoods", async () => {
    const readBy = async (name: TaskingPerson) => {
      const actor = await desk.as(name);
      const found = await withActor(desk.db, actor, (tx) =>
        jointActionsOf(tx, taskingReaderOf(actor), desk.id("P-22222"), desk.today),
      );
      return found.map(({ code, number }) => `${code}-${number}`).sort();
    };
    expect(await readBy("Sergeant")).toEqual(["PA-1", "TA-9"]);
    expect(await readBy("Far sergeant")).toEqual([]);
    expect(await readBy("Chair"), "of their own group alone").toEqual(["PA-1"]);
  });

  test("has a line that they publish and take down", async () => {
    expect(await finish()).toEqual({ ok: true });
    expect(await noticesOf(desk, "Sergeant")).toHaveLength(1);
    expect(await decide("Sergeant", publish())).toEqual({ ok: true });
    expect((await shown()).lines).toEqual(["repaired the lights on the rec"]);
    const withheld = await decide("Sergeant", { is: "withhold", reason: "It was the wrong rec." });
    expect(withheld).toEqual({ ok: true });
    expect((await shown()).lines).toEqual([]);
  });

  test("is taken on by them where the police are asked", async () => {
    id = await desk.action(10, { group: "TA", agency: "police", priority: "P-22222" });
    const { version } = await actionNow(desk, id);
    expect(await takeOnAction(desk.deps, await desk.as("Sergeant"), { actionId: id, version })).toEqual({
      ok: true,
    });
    expect(await actionNow(desk, id)).toMatchObject({ ownerId: desk.id("Sergeant"), state: "accepted" });
  });
});
