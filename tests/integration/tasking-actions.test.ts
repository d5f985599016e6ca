import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addDays } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { sendNotices } from "#app/services/notice/send-notices.server.ts";
import { answerTaskingAction, type GivenAnswer } from "#app/services/tasking/answer-action.server.ts";
import { checkWantedAction } from "#app/services/tasking/check-wanted-action.server.ts";
import { giveAction } from "#app/services/tasking/give-action.server.ts";
import { giveActionOn } from "#app/services/tasking/give-action-on.server.ts";
import { moveActionDay } from "#app/services/tasking/move-action-day.server.ts";
import { reopenAction } from "#app/services/tasking/reopen-action.server.ts";
import { withdrawAction } from "#app/services/tasking/withdraw-action.server.ts";
import type { WantedTaskingAction } from "#app/domain/tasking/wanted-action.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import * as schema from "#db/schema/index.ts";
import { findTaskingGroup, type TaskingGroup } from "#db/queries/tasking-group.ts";
import { eventsOfTaskingAction } from "#db/queries/tasking-action.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { openTaskingDesk, type TaskingDesk, type TaskingPerson } from "./tasking-desk.ts";
import { actionNow, noticesOf } from "./tasking-plan.ts";

let desk: TaskingDesk;
beforeEach(async () => {
  desk = await openTaskingDesk();
});
afterEach(() => desk.close());

const wanted = (more: Partial<WantedTaskingAction> = {}): WantedTaskingAction => ({
  kind: "environmental",
  task: "Repair the lights on the rec",
  agencyId: desk.id("council"),
  position: "Street lighting officer",
  ownerId: null,
  dueOn: addDays(desk.today, 14),
  priorityId: null,
  ...more,
});

const inGroup = async <Value>(name: TaskingPerson, work: (tx: Db, group: TaskingGroup) => Promise<Value>) => {
  const actor = await desk.as(name);
  return withActor(desk.db, actor, async (tx) => {
    const group = await findTaskingGroup(tx, taskingReaderOf(actor), "PA", desk.today);
    if (group === null) throw new Error(`${name} does not read the group`);
    return work(tx, group);
  });
};
const give = async (name: TaskingPerson, more: Partial<WantedTaskingAction> = {}) => {
  const actor = await desk.as(name);
  return inGroup(name, (tx, group) => giveAction(tx, { actor, now: desk.now }, { group }, wanted(more)));
};
const answer = async (name: TaskingPerson, actionId: string, more: Partial<GivenAnswer> = {}) =>
  answerTaskingAction(desk.deps, await desk.as(name), {
    actionId,
    version: (await actionNow(desk, actionId)).version,
    answer: "accepted",
    words: "",
    ...more,
  });
const isDone = {
  answer: "done",
  words: "All six lights burn again.",
  publicLine: "repaired the lights on the rec",
} as const;

describe("giving an action", () => {
  test("numbers it in its group, begins its history, and tells its agency without a word of it", async () => {
    const first = await give("Sergeant");
    const second = await give("Chair", { agencyId: desk.id("housing") });
    expect([first.number, second.number]).toEqual([1, 2]);
    expect(await actionNow(desk, first.id)).toMatchObject({ state: "assigned", version: 1 });
    const told = await noticesOf(desk, "Council officer");
    expect(told).toEqual([
      { line: "You have a new action in Group PA", path: paths.partners.asked(first.id) },
    ]);
    expect(await noticesOf(desk, "Far officer")).toEqual([]);
    const steps = await withActor(desk.db, await desk.as("Sergeant"), (tx) =>
      eventsOfTaskingAction(tx, first.id),
    );
    expect(steps).toMatchObject([{ from: null, to: "assigned", agency: expect.any(String) as string }]);
    expect(await desk.auditOf("tasking.give")).toHaveLength(2);
  });

  test("one owner is told alone; of the police's own an officer, on the page of staff", async () => {
    await give("Sergeant", { ownerId: desk.id("Second council officer") });
    expect(await noticesOf(desk, "Council officer")).toEqual([]);
    expect(await noticesOf(desk, "Second council officer")).toHaveLength(1);
    const { id } = await give("Sergeant", { agencyId: desk.id("police"), ownerId: desk.id("Constable") });
    expect(await noticesOf(desk, "Constable")).toMatchObject([{ path: paths.tasking.action(id) }]);
  });

  test("the mail of it says where, and nothing of what", async () => {
    await give("Sergeant");
    const signal = new AbortController().signal;
    await sendNotices({ db: desk.db, now: desk.now, publicUrl: "https://sn.example", signal });
    const mails = await desk.mails();
    const mail = mails.find(({ accountId }) => accountId === desk.id("Council officer"));
    expect(mail?.body).toContain("https://sn.example/partners/asked/");
    expect(mail?.body).not.toContain("lights");
    expect(mail?.body).not.toContain("/staff/");
  });

  test("two at once have two numbers", async () => {
    const given = await Promise.all([give("Sergeant"), give("Inspector"), give("Chair")]);
    expect(given.map(({ number }) => number).sort()).toEqual([1, 2, 3]);
  });

  test.each([
    ["an agency that shares", {}, []],
    ["an agency without an agreement", { agencyId: "youth" }, ["agencyId"]],
    ["an agency that is not there", { agencyId: "nowhere" }, ["agencyId"]],
    ["somebody of the agency", { ownerId: "Council officer" }, []],
    ["somebody of another", { ownerId: "Housing officer" }, ["ownerId"]],
    ["an officer for the police", { agencyId: "police", ownerId: "Constable" }, []],
    ["a partner for the police", { agencyId: "police", ownerId: "Council officer" }, ["ownerId"]],
    ["a priority of the group", { priorityId: "P-22222" }, []],
    ["a priority of elsewhere", { priorityId: "P-33333" }, ["priorityId"]],
  ] as const)(
    "to %s",
    async (_, given: Partial<Record<"agencyId" | "ownerId" | "priorityId", string>>, fields) => {
      await desk.priority("P-22222", "n1");
      await desk.priority("P-33333", "n4");
      const more = Object.fromEntries(Object.entries(given).map(([field, name]) => [field, desk.id(name)]));
      const errors = await inGroup("Chair", (tx, group) =>
        checkWantedAction(tx, group, wanted(more), desk.today),
      );
      expect(errors.map(({ field }) => field)).toEqual(fields);
    },
  );
});

describe("answering an action", () => {
  test("is its agency's: accepted, under way, done, each step kept", async () => {
    const id = await desk.action(1);
    expect(await answer("Council officer", id)).toEqual({ ok: true });
    expect(await answer("Second council officer", id, { answer: "in-progress" })).toEqual({ ok: true });
    expect(await answer("Council officer", id, isDone)).toEqual({ ok: true });
    expect(await actionNow(desk, id)).toMatchObject({
      state: "done",
      result: "All six lights burn again.",
      version: 4,
      publicLineState: "withheld",
    });
    expect(await desk.auditOf("tasking.answer")).toHaveLength(3);
  });

  test.each([
    ["Housing officer", false],
    ["Far officer", false],
    ["Chair", true],
    ["Inspector", false],
    ["Constable", false],
  ] as const)("of the council is answered by a %s: %s", async (name, may) => {
    const id = await desk.action(1);
    expect(await answer(name, id)).toEqual(may ? { ok: true } : null);
  });

  test("of the police's own by whoever records, or the officer whose it is", async () => {
    const mine = await desk.action(1, { agency: "police", owner: "Constable" });
    const ours = await desk.action(2, { agency: "police" });
    expect(await answer("Constable", mine)).toEqual({ ok: true });
    expect(await answer("Constable", ours)).toBeNull();
    expect(await answer("Sergeant", ours)).toEqual({ ok: true });
    expect(await answer("Far sergeant", ours)).toBeNull();
  });

  test("stops the same minute that the agreement lapses, and goes on when it holds again", async () => {
    const id = await desk.action(1);
    await desk.lapse();
    expect(await answer("Council officer", id)).toBeNull();
    expect((await actionNow(desk, id)).state).toBe("assigned");
    await desk.renew();
    expect(await answer("Council officer", id)).toEqual({ ok: true });
  });

  test("of two at once one is told that the other was faster", async () => {
    const id = await desk.action(1);
    const both = await Promise.all([answer("Council officer", id), answer("Second council officer", id)]);
    expect(both.filter((change) => change?.ok === true)).toHaveLength(1);
  });

  test("declined: the chair is told, and the group says what becomes of it", async () => {
    const id = await desk.action(1);
    expect(await answer("Council officer", id, { answer: "rejected" })).toMatchObject({
      errors: [{ field: "words" }],
    });
    await answer("Council officer", id, { answer: "rejected", words: "The road is the county’s." });
    expect(await noticesOf(desk, "Chair")).toMatchObject([{ path: paths.tasking.action(id) }]);
    expect(await answer("Council officer", id, isDone)).toMatchObject({ ok: false });
  });
});

describe("what whoever records does", () => {
  const read = async (actionId: string) => ({ actionId, version: (await actionNow(desk, actionId)).version });

  test("moves the day, with a reason, to one that is not past", async () => {
    const id = await desk.action(1);
    const sergeant = await desk.as("Sergeant");
    const to = (dueOn: string, words = "The parts come late.") =>
      read(id).then((one) => moveActionDay(desk.deps, sergeant, one, { dueOn, words }));
    expect(await to(addDays(desk.today, -1))).toMatchObject({ errors: [{ field: "dueOn" }] });
    expect(await to(addDays(desk.today, 30), "")).toMatchObject({ errors: [{ field: "words" }] });
    expect(await to(addDays(desk.today, 30))).toEqual({ ok: true });
    expect(await actionNow(desk, id)).toMatchObject({ dueOn: addDays(desk.today, 30), state: "assigned" });
    expect(await desk.auditOf("tasking.move")).toHaveLength(1);
  });

  test("gives a declined one on, where it is asked anew", async () => {
    const id = await desk.action(1);
    await answer("Council officer", id, { answer: "rejected", words: "The lights are the landlord’s." });
    const owner = {
      agencyId: desk.id("housing"),
      position: "Estate manager",
      ownerId: null,
      dueOn: addDays(desk.today, 20),
      words: "The landlord does it.",
    };
    expect(await giveActionOn(desk.deps, await desk.as("Chair"), await read(id), owner)).toEqual({
      ok: true,
    });
    expect(await actionNow(desk, id)).toMatchObject({
      agencyId: desk.id("housing"),
      state: "assigned",
      result: null,
      closedAt: null,
    });
    expect(await noticesOf(desk, "Housing officer")).toHaveLength(1);
    expect(await answer("Council officer", id), "no longer theirs").toBeNull();
    expect(await answer("Housing officer", id)).toEqual({ ok: true });
  });

  test("withdraws one, and opens it again", async () => {
    const id = await desk.action(1);
    const inspector = await desk.as("Inspector");
    expect(await withdrawAction(desk.deps, inspector, await read(id), "The rec is closed.")).toEqual({
      ok: true,
    });
    expect((await actionNow(desk, id)).state).toBe("withdrawn");
    const again = { dueOn: addDays(desk.today, 10), words: "It opens in spring." };
    expect(await reopenAction(desk.deps, inspector, await read(id), again)).toEqual({ ok: true });
    expect(await actionNow(desk, id)).toMatchObject({ state: "assigned", closedAt: null, number: 1 });
  });

  test("opens nothing again and gives nothing on once the group has ended", async () => {
    const [declined, closed] = [await desk.action(1), await desk.action(2)];
    const inspector = await desk.as("Inspector");
    await answer("Council officer", declined, {
      answer: "rejected",
      words: "The lights are the landlord’s.",
    });
    await withdrawAction(desk.deps, inspector, await read(closed), "The rec is closed.");
    await desk.db.update(schema.taskingGroups).set({ endedAt: desk.now });
    const [dueOn, words] = [addDays(desk.today, 10), "It opens in spring."];
    const owner = { agencyId: desk.id("housing"), position: "Estate manager", ownerId: null, dueOn, words };
    const ended = {
      errors: [{ field: "form", message: expect.stringMatching(/^This group has ended/) as unknown }],
    };
    expect(await giveActionOn(desk.deps, inspector, await read(declined), owner)).toMatchObject(ended);
    expect(await reopenAction(desk.deps, inspector, await read(closed), { dueOn, words })).toMatchObject(
      ended,
    );
    expect((await actionNow(desk, closed)).state).toBe("withdrawn");
    const settled = await withdrawAction(desk.deps, inspector, await read(declined), "Nobody does it.");
    expect(settled).toEqual({ ok: true });
  });

  test.each(["Constable", "Council officer", "Analyst", "Chief officer", "Far sergeant"] as const)(
    "a %s does none of it",
    async (name) => {
      const id = await desk.action(1);
      expect(await withdrawAction(desk.deps, await desk.as(name), await read(id), "No.")).toBeNull();
      expect((await actionNow(desk, id)).state).toBe("assigned");
    },
  );
});
