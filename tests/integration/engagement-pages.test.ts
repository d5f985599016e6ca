import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Role } from "#app/domain/access.ts";
import {
  allowances,
  engagementActivities,
  engagementPlans,
  planActions,
  planFields,
  plans,
  practiceItems,
  priorities,
} from "#db/schema/index.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { signedInAs } from "#tests/support/people.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { addPanelThings } from "./panel-things.ts";
import { openPeopleTest, type PeopleTest } from "./people-force.ts";
import { leadsTo, openBrowser, type TestBrowser } from "./resident-browser.ts";

let force: PeopleTest;
let server: ListeningServer;
let sergeant: TestBrowser;
let inspector: TestBrowser;
let analyst: TestBrowser;
let other: TestBrowser;
const path = "/staff/priorities/P-22222/engagement";

const browserOf = async (role: Role, name = "n1") => {
  const area = { kind: "neighbourhood", id: force.id(name) } as const;
  const { cookie } = await signedInAs(force.db, role, { area });
  const [key = "", value = ""] = cookie.split("=");
  return openBrowser(server.url, { [key]: value });
};

beforeAll(async () => {
  await ensureBuilt();
  force = await openPeopleTest();
  await addPanelThings(force.db, force.id("n1"), new Date());
  server = await listenForTest(force.db);
  sergeant = await browserOf("sergeant");
  inspector = await browserOf("inspector");
  analyst = await browserOf("analyst");
  other = await browserOf("sergeant", "n4");
});
afterAll(async () => {
  await server.close();
  await force.close();
});
beforeEach(async () => {
  await force.db.delete(allowances);
});

const stored = async () => {
  const [plan] = await force.db.select().from(engagementPlans);
  if (plan === undefined) throw new Error("There is no engagement plan.");
  return plan;
};
const version = async () => String((await stored()).version);
const send = async (who: TestBrowser, fields: Readonly<Record<string, string>>) =>
  who.post(path, { version: await version(), ...fields });
const html = async (response: Response | Promise<Response>) => (await response).text();
const words = {
  intent: "save",
  audience: "Parents",
  underHeard: "Young people",
  underHeardWhy: "None of them voted",
  advice: "Meet them after school",
};
const activity = { intent: "add", purpose: "ask", method: "drop-in", audience: "Parents at the gate" };

describe("the engagement plan’s page", () => {
  test("is written by the sergeant, approved by the inspector and read by others", async () => {
    expect(leadsTo(await send(sergeant, words))).toBe(`${path}?done=save`);
    const first = { ...activity, hours: "6pm", targetReach: "40", cost: "12.50" };
    expect(leadsTo(await send(sergeant, first))).toBe(`${path}?done=add`);

    const refused = await send(inspector, { intent: "approve" });
    expect(refused.status).toBe(400);
    expect(await html(refused)).toContain("Add an activity that comes back to people with the result");
    expect(await html(sergeant.get(path))).not.toContain("Approve the engagement plan");
    expect((await send(sergeant, { intent: "approve" })).status).toBe(403);

    expect(leadsTo(await send(sergeant, { ...activity, purpose: "return" }))).toBe(`${path}?done=add`);
    expect(leadsTo(await send(inspector, { intent: "approve" }))).toBe(`${path}?done=approve`);
    const read = await html(analyst.get(path));
    for (const said of ["Young people", "Meet them after school", "£12.50", "40 people meant to be reached"])
      expect(read).toContain(said);
    expect(read).not.toContain("<textarea");
    expect((await send(analyst, words)).status).toBe(403);
    expect((await other.get(path)).status).toBe(404);
    expect((await send(other, words)).status).toBe(404);
  });

  test("records what came of an activity, then is evaluated", async () => {
    const held = await force.db.select().from(engagementActivities);
    for (const { id } of held) {
      const result = { activityId: id, actualReach: "30", heard: "Mornings are worst" };
      expect(leadsTo(await send(sergeant, { intent: "record", ...result }))).toBe(`${path}?done=record`);
    }
    expect(await html(sergeant.get(path))).toContain("30 of 40 people reached (75%)");
    const evaluation = { intent: "evaluate", evaluation: "Gates work, drop-ins do not" };
    expect(leadsTo(await send(sergeant, evaluation))).toBe(`${path}?done=evaluate`);
    expect(await html(sergeant.get(path))).not.toContain("<textarea");
    expect((await stored()).state).toBe("evaluated");
    await force.db.update(engagementPlans).set({ state: "running", evaluation: null, evaluatedAt: null });
  });

  test("keeps what was typed, in each form by itself", async () => {
    const named = await send(sergeant, { ...words, audience: "Mr Hollis and Kept words" });
    expect(named.status).toBe(400);
    const again = await html(named);
    expect(again).toContain("Take out the name “Mr Hollis”");
    expect(again).toContain("Mr Hollis and Kept words");
    // And what stands there now, for comparison.
    expect(again).toContain("What is saved now");
    const [one] = await force.db.select().from(engagementActivities);
    const bad = { activityId: one?.id ?? "", actualReach: "many", heard: "Typed here" };
    const record = await html(send(sergeant, { intent: "record", ...bad }));
    expect(record).toContain("Enter how many people as a whole number, or leave it empty");
    expect(record.match(/Typed here<\/textarea>/g)).toHaveLength(1);
  });

  test("tells of what somebody else changed meanwhile, and loses nothing", async () => {
    const answer = await sergeant.post(path, { ...words, version: "1", audience: "Late words" });
    expect(answer.status).toBe(400);
    const late = await html(answer);
    expect(late).toContain("Somebody else has changed this plan since you opened it");
    expect(late).toContain("Late words");
    expect((await stored()).audience).toBe("Parents");
  });

  test("stands beside the problem plan", async () => {
    expect(await html(sergeant.get("/staff/priorities/P-22222/plan"))).toContain(`href="${path}"`);
    expect(await html(sergeant.get(path))).toContain('href="/staff/priorities/P-22222/plan"');
  });
});

describe("the practice library’s pages", () => {
  const entry = {
    title: "A sign that shows the speed",
    category: "speeding",
    problem: "Drivers went too fast past the school.",
    response: "The council put up a sign.",
    outcome: "Fewer drivers go too fast.",
    isTransferable: "unknown",
    contactRole: "The neighbourhood sergeant",
    year: "2026",
  };
  const item = "/staff/practice/a-sign-that-shows-the-speed";
  const visit = (address: string) => openBrowser(server.url).get(address);

  test("an entry is written by a sergeant, and read by everybody when an inspector has published it", async () => {
    expect(leadsTo(await sergeant.post("/staff/practice/new", entry))).toBe(`${item}?done=written`);
    expect((await visit("/practice/a-sign-that-shows-the-speed")).status).toBe(404);
    expect((await sergeant.post(item, { intent: "publish", version: "1" })).status).toBe(403);
    expect(await html(sergeant.get(item))).not.toContain("Publish the entry");
    expect(leadsTo(await inspector.post(item, { intent: "publish", version: "1" }))).toBe(
      `${item}?done=publish`,
    );
    const page = await html(visit("/practice/a-sign-that-shows-the-speed"));
    for (const said of ["The council put up a sign.", "Not evaluated", "The neighbourhood sergeant"])
      expect(page).toContain(said);
    const found = await html(visit("/practice?q=drivrs&category=speeding"));
    expect(found).toContain("/practice/a-sign-that-shows-the-speed");
    for (const none of ["/practice?category=parking", "/practice?q=zebra", "/practice?q=a"])
      expect(await html(visit(none))).toContain("Nothing was found");
    expect(await html(sergeant.get(item))).not.toContain("Change the entry");
    const change = { ...entry, intent: "change", version: "2", title: "Changed" };
    expect(leadsTo(await inspector.post(item, change))).toBe(`${item}?done=change`);
    expect(leadsTo(await inspector.post(item, { intent: "withdraw", version: "3" }))).toBe(
      `${item}?done=withdraw`,
    );
    expect((await visit("/practice/a-sign-that-shows-the-speed")).status).toBe(404);
  });

  test("come back with what is wrong and what was typed", async () => {
    const answer = await sergeant.post("/staff/practice/new", {
      ...entry,
      contactRole: "",
      response: "Kept, by Mr Hollis",
      year: "soon",
    });
    expect(answer.status).toBe(400);
    expect(await html(answer)).toContain("Enter the year in four digits, like 2026");
    const named = await html(
      sergeant.post("/staff/practice/new", { ...entry, response: "Kept, by Mr Hollis" }),
    );
    expect(named).toContain("Take out the name “Mr Hollis”");
    expect(named).toContain("Kept, by Mr Hollis");
  });

  test("make an entry of a closed plan, of its public words alone", async () => {
    const draft = "/staff/practice/new?from=P-22222";
    // Not closed yet.
    expect((await sergeant.get(draft)).status).toBe(404);
    await force.db.delete(practiceItems);
    const [priority] = await force.db.select().from(priorities).where(eq(priorities.reference, "P-22222"));
    await force.db
      .update(priorities)
      .set({ state: "lapsed" })
      .where(eq(priorities.id, priority?.id ?? ""));
    const [plan] = await force.db.update(plans).set({ stage: "closed", closedAt: new Date() }).returning();
    const planId = plan?.id ?? "";
    const at = { planId, version: 1, changedAt: new Date() };
    await force.db.insert(planFields).values([
      { ...at, name: "causes", value: "The road is wide" },
      { ...at, name: "location", value: "CANARY place" },
      { ...at, name: "lessons", value: "CANARY lessons" },
    ]);
    const act = { planId, kind: "prevention", dueOn: "2026-11-24", changedAt: new Date() } as const;
    await force.db.insert(planActions).values([
      {
        ...act,
        number: 11,
        task: "CANARY task",
        publicLine: "A sign went up",
        state: "done",
        result: "CANARY result",
        doneAt: new Date(),
      },
      { ...act, number: 12, task: "CANARY open", publicLine: "CANARY not done" },
    ]);
    expect(await html(sergeant.get("/staff/practice"))).toContain(draft);
    const page = await html(sergeant.get(draft));
    expect(page).toContain("The road is wide");
    expect(page).toContain("- A sign went up");
    expect(page).not.toContain("CANARY");
    expect((await other.get(draft)).status).toBe(404);
    expect((await other.post(draft, entry)).status).toBe(404);
    expect(leadsTo(await sergeant.post(draft, entry))).toBe(`${item}?done=written`);
    const twice = await sergeant.post(draft, entry);
    expect([twice.status, await html(twice)]).toEqual([400, expect.stringContaining("already")]);
    expect((await other.get(item)).status).toBe(404);
    expect(await html(sergeant.get("/staff/practice"))).not.toContain(draft);
  });
});
