import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addDays } from "#app/domain/team/day.ts";
import { escalateActions } from "#app/services/tasking/escalate-actions.server.ts";
import { insertEscalations } from "#db/queries/tasking-escalation.ts";
import * as schema from "#db/schema/index.ts";
import { openTaskingDesk, type TaskingDesk, type TaskingPerson } from "./tasking-desk.ts";

const dayMs = 86_400_000;
const { signal } = new AbortController();

let desk: TaskingDesk;
beforeEach(async () => {
  desk = await openTaskingDesk();
});
afterEach(() => desk.close());

/** The hourly run, so many days from now. */
const runIn = (days: number) =>
  escalateActions({ db: desk.db, now: new Date(desk.now.getTime() + days * dayMs), signal });

/** Who was told since this was asked last, and the rungs that are kept as told. */
async function told(...people: readonly TaskingPerson[]) {
  const notices = await desk.db.select().from(schema.staffNotices);
  await desk.db.delete(schema.staffNotices);
  const rungs = await desk.db
    .select()
    .from(schema.taskingEscalations)
    .orderBy(schema.taskingEscalations.rung);
  return {
    names: notices
      .map(({ accountId }) => people.find((name) => desk.id(name) === accountId) ?? accountId)
      .sort(),
    lines: notices.map(({ line }) => line),
    rungs: rungs.map(({ rung }) => rung),
  };
}
const chairBy = (code: string, name: TaskingPerson) =>
  desk.db
    .update(schema.taskingGroups)
    .set({ chairId: desk.id(name), deputyId: null })
    .where(eq(schema.taskingGroups.id, desk.id(`group ${code}`)));

test("a rung that nobody could be told of is not told: it is when the agreement holds again", async () => {
  await desk.action(1, { owner: "Council officer", dueOn: addDays(desk.today, -1) });
  await desk.lapse();
  await runIn(0);
  expect(await told()).toEqual({ names: [], lines: [], rungs: [] });
  expect(await desk.auditOf("tasking.escalate")).toEqual([]);
  await desk.renew();
  await runIn(0);
  expect(await told("Council officer")).toMatchObject({ names: ["Council officer"], rungs: [1] });
});

test("those of whom nobody can be told keep nobody else waiting, however many", async () => {
  const row = { kind: "housing", task: "x", position: "x", givenAt: desk.now, changedAt: desk.now } as const;
  await desk.db.insert(schema.taskingActions).values(
    Array.from({ length: 130 }, (_, index) => ({
      ...row,
      groupId: desk.id("group PB"),
      number: index + 1,
      agencyId: desk.id("far council"),
      dueOn: addDays(desk.today, -3),
    })),
  );
  await desk.action(1, { owner: "Council officer", dueOn: addDays(desk.today, -1) });
  await runIn(0);
  expect((await told("Council officer")).names).toEqual(["Council officer"]);
});

test("a declined one that nobody decides about comes back to the chair, then to the board, once each", async () => {
  await desk.group("BO", { level: "board", isForce: true, chair: "Chief officer" });
  await desk.action(1, {
    state: "rejected",
    result: "The road is the county’s.",
    closedAt: desk.now,
    dueOn: addDays(desk.today, -40),
  });
  for (const days of [0, 7, 13]) await runIn(days);
  expect(await told()).toMatchObject({ names: [] });
  for (const days of [14, 15, 20]) await runIn(days);
  const first = await told("Chair", "Inspector");
  expect(first.names).toEqual(["Chair", "Inspector"]);
  expect(first.lines[0]).toMatch(/^Group PA: an action was declined on .+ what becomes of it$/);
  for (const days of [28, 29]) await runIn(days);
  expect(await told("Chief officer")).toMatchObject({ names: ["Chief officer"], rungs: [3, 4] });
  await desk.db.update(schema.taskingActions).set({ state: "withdrawn" });
  await desk.db.delete(schema.taskingEscalations);
  await runIn(40);
  expect((await told()).names).toEqual([]);
});

test("a chair whose agency shares elsewhere, and not in this group, is told nothing of it", async () => {
  await desk.agreement("A-33333", ["far council"], { partnership: "P2" });
  await chairBy("PA", "Far officer");
  await desk.action(1, { dueOn: addDays(desk.today, -14) });
  await runIn(0);
  const { names } = await told("Far officer", "Inspector", "Sergeant");
  expect(names).not.toContain("Far officer");
  expect(names).toEqual(expect.arrayContaining(["Inspector", "Sergeant"]));
});

test("what another process told is not written again", async () => {
  const id = await desk.action(1);
  const one = { actionId: id, dueOn: desk.today, at: desk.now };
  expect(await insertEscalations(desk.db, [{ ...one, rung: 1 }])).toEqual([{ actionId: id, rung: 1 }]);
  const both = [1, 2].map((rung) => ({ ...one, rung }));
  expect(await insertEscalations(desk.db, both)).toEqual([{ actionId: id, rung: 2 }]);
});
