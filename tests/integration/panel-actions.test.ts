import { afterEach, beforeEach, expect, test } from "vitest";
import { addDays } from "#app/domain/team/day.ts";
import { doneSinceLastPanel } from "#db/queries/panel-actions.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { openTaskingDesk, type TaskingDesk } from "./tasking-desk.ts";
import { addPlan } from "./tasking-plan.ts";

const dayMs = 86_400_000;
let desk: TaskingDesk;
beforeEach(async () => {
  desk = await openTaskingDesk();
  await desk.priority("P-22222", "n1");
  await desk.priority("P-33333", "n2");
  await addPlan(desk, "P-22222");
});
afterEach(() => desk.close());

const ago = (days: number) => new Date(desk.now.getTime() - days * dayMs);

/** A meeting of the panel of n1, decided so many days ago or still to be held. */
async function meeting(name: string, decidedDaysAgo: number | null) {
  const decidedAt = decidedDaysAgo === null ? null : ago(decidedDaysAgo);
  await desk.db.insert(schema.resolutions).values({
    id: desk.id(name),
    neighbourhoodId: desk.id("n1"),
    kind: "adopt",
    format: "online",
    state: decidedAt === null ? "open" : "decided",
    heldOn: addDays(desk.today, -(decidedDaysAgo ?? 0)),
    membersTotal: 8,
    quorum: 4,
    present: 6,
    motion: decidedAt === null ? null : "Adopted.",
    decidedAt,
    openedAt: ago((decidedDaysAgo ?? 0) + 7),
    closesAt: desk.now,
  });
  return { id: desk.id(name), neighbourhoodId: desk.id("n1"), decidedAt };
}

async function line(number: number, publishedDaysAgo: number, priority = "P-22222") {
  const actionId = await desk.action(number, {
    priority,
    state: "done",
    result: "Restricted result.",
    closedAt: ago(publishedDaysAgo),
    publicLine: `did thing ${number}`,
    publicLineState: "published",
    publishedAt: ago(publishedDaysAgo),
  });
  await desk.db.insert(schema.taskingPublicLines).values({
    actionId,
    priorityId: desk.id(priority),
    agencyId: desk.id("council"),
    line: `did thing ${number}`,
    doneOn: addDays(desk.today, -publishedDaysAgo),
    publishedAt: ago(publishedDaysAgo),
  });
}

const planAction = (number: number, daysAgo: number, publicLine: string | null) =>
  desk.db.insert(schema.planActions).values({
    planId: desk.id("plan P-22222"),
    number,
    kind: "prevention",
    task: "Restricted task.",
    publicLine,
    dueOn: desk.today,
    state: "done",
    result: "Restricted result.",
    doneAt: ago(daysAgo),
    changedAt: desk.now,
  });

const linesOf = async (of: Parameters<typeof doneSinceLastPanel>[1]) => {
  // As a member of the panel reads it, who reads nothing of joint tasking.
  const actor = { ...(await desk.as("Far officer")), roles: [] };
  const found = await withActor(desk.db, actor, (tx) => doneSinceLastPanel(tx, of));
  return found.map((one) => one.line).sort();
};

test("every action that was finished on a local priority stands in the next papers of the panel, and in no other's", async () => {
  const first = await meeting("first", 60);
  const second = await meeting("second", 30);
  const next = await meeting("next", null);
  await line(1, 90);
  await line(2, 45);
  await line(3, 5);
  await line(4, 5, "P-33333");
  await planAction(1, 10, "Put up a sign");
  await planAction(2, 10, null);
  await desk.action(9, {
    priority: "P-22222",
    state: "done",
    result: "Kept.",
    closedAt: desk.now,
    publicLineState: "withheld",
    withheldReason: "A method.",
  });
  expect(await linesOf(first)).toEqual(["did thing 1"]);
  expect(await linesOf(second)).toEqual(["did thing 2"]);
  expect(await linesOf(next)).toEqual(["Put up a sign", "did thing 3"]);
  const papers = await withActor(desk.db, await desk.as("Sergeant"), (tx) => doneSinceLastPanel(tx, next));
  expect(papers.map((one) => [one.line, one.isJoint]).sort()).toEqual([
    ["Put up a sign", false],
    ["did thing 3", true],
  ]);
});

test("nothing of a priority that was taken down", async () => {
  const next = await meeting("next", null);
  await line(1, 5);
  await desk.db.update(schema.priorities).set({ takenDownAt: desk.now });
  expect(await linesOf(next)).toEqual([]);
});
