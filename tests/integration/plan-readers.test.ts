import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Role } from "#app/domain/access.ts";
import { londonDay } from "#app/domain/team/day.ts";
import * as schema from "#db/schema/index.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { signedInAs } from "#tests/support/people.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { addPanelThings } from "./panel-things.ts";
import { openPeopleTest, type PeopleTest } from "./people-force.ts";

// What a plan says to staff, and what to the chair of a partnership, who may open its pages and is no member of staff.
let force: PeopleTest;
let server: ListeningServer;
let shown: string;
let hidden: string;
const plan = "/staff/priorities/P-22222";

const readerOf = async (role: Role) => {
  const { cookie } = await signedInAs(force.db, role, {
    area: { kind: "neighbourhood", id: force.id("n1") },
  });
  return async (path: string) => {
    const response = await fetch(`${server.url}${plan}${path}`, { headers: { Cookie: cookie } });
    return { status: response.status, page: await response.text() };
  };
};
let sergeant: Awaited<ReturnType<typeof readerOf>>;
let chair: typeof sergeant;

beforeAll(async () => {
  await ensureBuilt();
  force = await openPeopleTest();
  const now = new Date();
  const { measure } = await addPanelThings(force.db, force.id("n1"), now);
  const { db } = force;
  hidden = measure;
  await db.update(schema.measures).set({ title: "CANARY measure", isPublic: false });
  const [held] = await db.select().from(schema.measures);
  if (held === undefined) throw new Error("There is no measure.");
  const { planId } = held;
  const [open] = await db
    .insert(schema.measures)
    .values({
      planId,
      kind: "count",
      title: "Seen by all",
      unit: "bikes",
      source: "A count",
      aim: "down",
      isPublic: true,
      addedAt: now,
    })
    .returning({ id: schema.measures.id });
  shown = open?.id ?? "";
  const figures = [1, 2, 3].map((month) => ({ on: `2026-0${month}-01`, value: month, addedAt: now }));
  await db
    .insert(schema.measurePoints)
    .values([shown, hidden].flatMap((measureId) => figures.map((figure) => ({ measureId, ...figure }))));

  const { account } = await signedInAs(db, "constable", {
    area: { kind: "neighbourhood", id: force.id("n1") },
  });
  await db.update(schema.accounts).set({ name: "CANARY owner" }).where(eq(schema.accounts.id, account.id));
  const restricted = {
    ownerId: account.id,
    startsOn: londonDay(now),
    costPence: 98_765,
    state: "done" as const,
    doneAt: new Date("2026-02-10T12:00:00Z"),
    result: "CANARY result",
  };
  await db.update(schema.planActions).set({ ...restricted, task: "CANARY task" });
  await db.insert(schema.planActions).values({
    ...restricted,
    planId,
    number: 2,
    kind: "prevention",
    task: "CANARY task of two",
    publicLine: "A sign stands there",
    dueOn: londonDay(now),
    changedAt: now,
  });
  await db.insert(schema.planReviews).values({
    planId,
    reviewer: "sergeant",
    by: account.id,
    at: now,
    reviewedOn: londonDay(now),
    daysLate: 0,
    note: "CANARY review",
  });
  server = await listenForTest(db);
  sergeant = await readerOf("sergeant");
  chair = await readerOf("partnership-chair");
});
afterAll(async () => {
  await server.close();
  await force.close();
});

const restricted = ["CANARY", "£987.65", "98765"];
test.each([
  ["/actions", ["CANARY task", "CANARY owner", "£987.65"], ["Not public yet", "A sign stands there"]],
  ["/actions/1", ["CANARY task", "CANARY result", "CANARY owner", "£987.65", "Starts"], ["Not public yet"]],
  ["/actions/2", ["CANARY task of two", "CANARY result"], ["A sign stands there"]],
  ["/measures", ["CANARY measure", "CANARY task"], ["Seen by all", "A sign stands there"]],
  ["/steps", ["CANARY review", "Fill in “", "Reviews"], ["How the community took part"]],
])("staff read all of it, others the public side alone: %s", async (path, staffOnly, both) => {
  const staff = await sergeant(path);
  for (const words of staffOnly) expect(staff.page).toContain(words);
  const other = await chair(path);
  expect(other.status).toBe(200);
  for (const words of both) expect(other.page).toContain(words);
  for (const words of [...staffOnly, ...restricted]) expect(other.page).not.toContain(words);
});

test("a measure that residents do not see is not there for others than staff, nor a task in a chart", async () => {
  expect((await sergeant(`/measures/${hidden}`)).page).toContain("CANARY measure");
  expect((await sergeant(`/measures/${shown}`)).page).toContain("CANARY task");
  expect((await chair(`/measures/${hidden}`)).status).toBe(404);
  const { status, page } = await chair(`/measures/${shown}`);
  expect([status, page.includes("A sign stands there"), page.includes("CANARY")]).toEqual([200, true, false]);
});

test("who may not change an action is sent nothing of its form", async () => {
  const analyst = await readerOf("analyst");
  expect((await sergeant("/actions/1")).page).toContain("ownerId");
  const { page } = await analyst("/actions/1");
  expect([page.includes("CANARY task"), page.includes("ownerId")]).toEqual([true, false]);
});
