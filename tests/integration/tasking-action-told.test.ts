import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addDays } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { answerTaskingAction } from "#app/services/tasking/answer-action.server.ts";
import { checkWantedAction } from "#app/services/tasking/check-wanted-action.server.ts";
import { giveAction } from "#app/services/tasking/give-action.server.ts";
import { moveActionDay } from "#app/services/tasking/move-action-day.server.ts";
import { reopenAction } from "#app/services/tasking/reopen-action.server.ts";
import { takeOnAction } from "#app/services/tasking/take-on-action.server.ts";
import { withdrawAction } from "#app/services/tasking/withdraw-action.server.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { carryActions } from "#db/queries/tasking-carried.ts";
import { findTaskingGroup } from "#db/queries/tasking-group.ts";
import { jointStatesOf } from "#db/queries/tasking-of-priority.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { openTaskingDesk, type TaskingDesk, type TaskingPerson } from "./tasking-desk.ts";
import { actionNow, noticesOf } from "./tasking-plan.ts";

let desk: TaskingDesk;
beforeEach(async () => {
  desk = await openTaskingDesk();
});
afterEach(() => desk.close());

const read = async (actionId: string) => ({ actionId, version: (await actionNow(desk, actionId)).version });
const linesOf = async (name: TaskingPerson) => (await noticesOf(desk, name)).map(({ line }) => line);
const endRoles = (name: TaskingPerson) =>
  desk.db
    .update(schema.appointments)
    .set({ endedAt: desk.now })
    .where(eq(schema.appointments.accountId, desk.id(name)));
const inGroup = async <Value>(
  work: (
    tx: Db,
    at: {
      actor: Awaited<ReturnType<TaskingDesk["as"]>>;
      group: NonNullable<Awaited<ReturnType<typeof findTaskingGroup>>>;
    },
  ) => Promise<Value>,
) => {
  const actor = await desk.as("Sergeant");
  return withActor(desk.db, actor, async (tx) => {
    const group = await findTaskingGroup(tx, taskingReaderOf(actor), "PA", desk.today);
    if (group === null) throw new Error("The sergeant does not read the group");
    return work(tx, { actor, group });
  });
};
const wanted = (more: { agency?: string; owner?: string }) => ({
  kind: "enforcement" as const,
  task: "Warn the riders",
  agencyId: desk.id(more.agency ?? "council"),
  position: "Off-road bike team",
  ownerId: more.owner === undefined ? null : desk.id(more.owner),
  dueOn: addDays(desk.today, 7),
  priorityId: null,
});
const give = (more: { agency?: string; owner?: string }) =>
  inGroup((tx, { actor, group }) => giveAction(tx, { actor, now: desk.now }, { group }, wanted(more)));

describe("who hears of an action", () => {
  test("of the police, that serves no priority: the officers of the group", async () => {
    const { id } = await give({ agency: "police" });
    expect(await noticesOf(desk, "Inspector")).toEqual([
      { line: "You have a new action in Group PA", path: paths.tasking.action(id) },
    ]);
    expect(await linesOf("Sergeant")).toHaveLength(1);
    expect(await linesOf("Council officer")).toEqual([]);
  });

  test("whose owner speaks for the agency no more: those who do", async () => {
    await endRoles("Council officer");
    const errors = await inGroup((tx, { group }) =>
      checkWantedAction(tx, group, wanted({ owner: "Council officer" }), desk.today),
    );
    expect(errors.map(({ field }) => field)).toEqual(["ownerId"]);
    await give({ owner: "Council officer" });
    expect(await linesOf("Council officer")).toEqual([]);
    expect(await linesOf("Second council officer")).toHaveLength(1);
  });

  test("that was moved or is no longer needed: whoever has it, and not of what is said there", async () => {
    const id = await desk.action(1);
    const sergeant = await desk.as("Sergeant");
    const day = { dueOn: addDays(desk.today, 30), words: "The parts come late." };
    expect(await moveActionDay(desk.deps, sergeant, await read(id), day)).toEqual({ ok: true });
    expect(await withdrawAction(desk.deps, sergeant, await read(id), "The rec is closed.")).toEqual({
      ok: true,
    });
    const told = await noticesOf(desk, "Council officer");
    expect(told.map(({ line }) => line).sort()).toEqual([
      "An action in Group PA is due on another day",
      "An action in Group PA is no longer needed",
    ]);
    expect(new Set(told.map(({ path }) => path))).toEqual(new Set([paths.partners.asked(id)]));
  });

  test("that is withdrawn from an agency that shares no more: nobody of it", async () => {
    const id = await desk.action(1);
    await desk.lapse();
    await withdrawAction(desk.deps, await desk.as("Sergeant"), await read(id), "The rec is closed.");
    expect(await linesOf("Council officer")).toEqual([]);
  });

  test("that was declined in a group without a chair: its officers", async () => {
    const id = await desk.action(1);
    await desk.db.update(schema.taskingGroups).set({ chairId: null, deputyId: null });
    await answerTaskingAction(desk.deps, await desk.as("Council officer"), {
      ...(await read(id)),
      answer: "rejected",
      words: "The road is the county’s.",
    });
    expect(await linesOf("Inspector")).toEqual([
      "An action in Group PA was declined: it waits for you to give it on",
    ]);
    expect(await linesOf("Sergeant")).toHaveLength(1);
  });
});

test("an action is opened again to an agency that shares, and to no other", async () => {
  const id = await desk.action(1, { state: "withdrawn", result: "Not needed.", closedAt: desk.now });
  const again = { dueOn: addDays(desk.today, 10), words: "It is, after all." };
  const reopen = async () => reopenAction(desk.deps, await desk.as("Inspector"), await read(id), again);
  await desk.lapse();
  expect(await reopen()).toMatchObject({ ok: false, errors: [{ field: "form" }] });
  expect(await actionNow(desk, id)).toMatchObject({ state: "withdrawn" });
  expect(await linesOf("Council officer")).toEqual([]);
  await desk.renew();
  expect(await reopen()).toEqual({ ok: true });
});

describe("an action of the police", () => {
  const takeOn = async (name: TaskingPerson, id: string) =>
    takeOnAction(desk.deps, await desk.as(name), await read(id));

  test("is taken on by the officer who does it, whose it is from then", async () => {
    const id = await desk.action(1, { agency: "police" });
    expect(await takeOn("Constable", id)).toEqual({ ok: true });
    expect(await actionNow(desk, id)).toMatchObject({ ownerId: desk.id("Constable"), state: "accepted" });
    expect(await takeOn("Sergeant", id), "it has an owner").toBeNull();
    const done = { answer: "done", words: "Eleven were warned." } as const;
    expect(
      await answerTaskingAction(desk.deps, await desk.as("Constable"), { ...(await read(id)), ...done }),
    ).toEqual({ ok: true });
  });

  test.each(["Council officer", "Chair", "Far sergeant", "Analyst"] as const)(
    "is not taken on by a %s",
    async (name) => {
      const id = await desk.action(1, { agency: "police" });
      expect(await takeOn(name, id)).toBeNull();
      expect(await takeOn("Sergeant", await desk.action(2)), "another agency’s").toBeNull();
      expect(await actionNow(desk, id)).toMatchObject({ ownerId: null, state: "assigned" });
    },
  );
});

test("a declined action comes to the next meeting, whatever an earlier one found and by whose clock", async () => {
  const id = await desk.action(1, { state: "rejected", result: "No.", closedAt: desk.now });
  await desk.meeting("J-33333", { group: "PA", number: 2, startsAt: desk.now });
  await desk.db.insert(schema.taskingCarried).values({
    meetingId: desk.id("J-22222"),
    actionId: id,
    outcome: "given-on",
    at: new Date(desk.now.getTime() + 2_000),
  });
  await carryActions(desk.db, desk.id("J-33333"), desk.id("group PA"));
  expect(await desk.db.$count(schema.taskingCarried)).toBe(2);
});

test("however many joint actions a priority has, one that is open holds its plan", async () => {
  await desk.priority("P-22222", "n1");
  await desk.db.insert(schema.taskingActions).values(
    Array.from({ length: 230 }, (_, index) => ({
      groupId: desk.id("group PA"),
      number: index + 1,
      kind: "housing" as const,
      task: "x",
      agencyId: desk.id("council"),
      position: "x",
      priorityId: desk.id("P-22222"),
      dueOn: desk.today,
      givenAt: desk.now,
      changedAt: desk.now,
      ...(index === 229
        ? {}
        : {
            state: "done" as const,
            result: "x",
            closedAt: desk.now,
            publicLineState: "withheld" as const,
            withheldReason: "x",
          }),
    })),
  );
  expect((await jointStatesOf(desk.db, desk.id("P-22222"))).sort()).toEqual(["assigned", "done"]);
});
