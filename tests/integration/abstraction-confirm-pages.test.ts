import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { platform } from "#app/domain/actor.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { londonInstant } from "#app/domain/calendar/london-time.ts";
import { findAccount } from "#db/queries/account.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { cookieOf } from "#tests/support/people.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { openAbstractionDesk, type AbstractionDesk, type DeskPerson } from "./abstraction-desk.ts";
import { leadsTo, openBrowser, type TestBrowser } from "./resident-browser.ts";

const page = "/staff/abstractions";
const yesterday = addDays(londonDay(new Date()), -1);
const at = (hour: number, day = yesterday) => londonInstant(day, hour * 60);

let desk: AbstractionDesk;
let server: ListeningServer;
let sergeant: TestBrowser;
let constable: TestBrowser;
let inspector: TestBrowser;
let elsewhere: TestBrowser;

async function browserOf(name: DeskPerson) {
  const account = await withActor(desk.db, platform(), (tx) => findAccount(tx, desk.id(name)));
  if (account === null) throw new Error(`There is no ${name}.`);
  const [cookie = "", value = ""] = (await cookieOf(desk.db, account)).split("=");
  return openBrowser(server.url, { [cookie]: value });
}
const textOf = async (browser: TestBrowser, path: string) =>
  (await (await browser.get(path)).text()).replaceAll("<!-- -->", "");

beforeAll(async () => {
  await ensureBuilt();
  desk = await openAbstractionDesk();
  server = await listenForTest(desk.db);
  sergeant = await browserOf("Sergeant");
  constable = await browserOf("Constable");
  inspector = await browserOf("Inspector");
  // Who holds a constable's post and, unlike the other, never acts as a sergeant.
  elsewhere = await browserOf("Other constable");
});
afterAll(async () => {
  await server.close();
  await desk.close();
});
beforeEach(async () => {
  const { db } = desk;
  for (const table of [
    schema.abstractionDisputes,
    schema.abstractionEntries,
    schema.duties,
    schema.abstractionMonths,
  ])
    await db.delete(table);
});

const duty = (post: string, day = yesterday) => desk.duty(post, { from: at(8, day), to: at(16, day) });
const entry = (post: string) =>
  desk.entry(post, { from: at(9), to: at(10), enteredBy: desk.id("Sergeant"), notDone: "The school patrol" });

describe("the weekly confirmation", () => {
  test("shows what waits, late first, and confirms what is ticked", async () => {
    const [nil, logged] = [await duty("post pcso"), await duty("post pc")];
    const late = await duty("post pcso", addDays(yesterday, -9));
    await entry("post pc");
    const shown = await textOf(sergeant, `${page}/confirm`);
    expect(shown.indexOf("Late: 1")).toBeGreaterThan(0);
    expect(shown.indexOf("Late: 1")).toBeLessThan(shown.lastIndexOf("Week of"));
    const box = (name: string, id: string) =>
      new RegExp(`<input[^>]*id="duty-${id}"[^>]*name="${name}"[^>]*>`).exec(shown)?.[0] ?? "";
    expect(box("logged", logged)).toContain("checked");
    expect(box("nil", nil)).not.toBe("");
    expect(box("nil", nil)).not.toContain("checked");
    expect((await textOf(sergeant, `${page}/confirm?nil=all`)).match(/checked=""/g)).toHaveLength(3);
    expect(await textOf(sergeant, "/staff")).toMatch(/Duties to confirm: 3[\s\S]*1 late/);
    const sent = await sergeant.post(`${page}/confirm`, { logged, nil });
    expect([sent.status, leadsTo(sent)]).toEqual([302, `${page}/confirm?done=2`]);
    const after = await textOf(sergeant, `${page}/confirm?done=2`);
    expect(after).toContain("2 duties confirmed.");
    expect(after).toContain(`duty-${late}`);
    expect(after).not.toContain(`duty-${nil}`);
  });

  test("asks for a tick, and shows one week alone", async () => {
    await duty("post pc", addDays(yesterday, -21));
    await duty("post pcso");
    const sent = await sergeant.post(`${page}/confirm`);
    expect(sent.status).toBe(400);
    expect(await sent.text()).toContain("Tick the duties that you account for");
    const shown = await textOf(sergeant, `${page}/confirm`);
    const [week = ""] = /week=\d{4}-\d\d-\d\d/.exec(shown) ?? [];
    expect((await textOf(sergeant, `${page}/confirm?${week}`)).match(/id="duty-/g)).toHaveLength(1);
    expect((await textOf(sergeant, `${page}/confirm?week=nonsense`)).match(/id="duty-/g)).toHaveLength(2);
  });

  test("is no page of a constable or an inspector", async () => {
    expect((await elsewhere.get(`${page}/confirm`)).status).toBe(403);
    expect((await inspector.get(`${page}/confirm`)).status).toBe(403);
  });
});

describe("the team’s month", () => {
  test("says in words what each day held, and what was not done", async () => {
    await duty("post pc");
    await entry("post pc");
    const month = yesterday.slice(0, 7);
    const shown = await textOf(sergeant, `${page}/calendar?team=${desk.id("T1")}&month=${month}`);
    expect(shown).toMatch(/<th scope="row">Cole/);
    expect(shown).toContain("Abstraction: R2 Directed response to calls outside the plan, 1 hour");
    expect(shown).toContain("The school patrol");
    expect(shown).toContain("12.5%, over target");
    expect(shown).toContain("No action of the police that was due in this month is late.");
    expect((await inspector.get(`${page}/calendar?team=${desk.id("T2")}`)).status).toBe(200);
    expect((await sergeant.get(`${page}/calendar?team=${desk.id("T2")}`)).status).toBe(404);
    expect((await sergeant.get(`${page}/calendar?team=x`)).status).toBe(404);
    expect((await elsewhere.get(`${page}/calendar`)).status).toBe(403);
  });
});

describe("an officer’s own record and a dispute", () => {
  test("from the record to the dispute, the answer and back", async () => {
    await duty("post pc");
    const id = await entry("post pc");
    const dispute = `${page}/entries/${id}/dispute`;
    const mine = await textOf(constable, `${page}/mine?month=${yesterday.slice(0, 7)}`);
    expect(mine).toContain("Of your 8 hours of duty, 1 hour went to other work: 12.5%, over target.");
    expect(mine).toContain(`href="${dispute}"`);
    const empty = await constable.post(dispute, { intent: "dispute", words: " " });
    expect(empty.status).toBe(400);
    expect(await empty.text()).toContain("Say what is not right");
    const sent = await constable.post(dispute, { intent: "dispute", words: "I was on patrol." });
    expect([sent.status, leadsTo(sent)]).toEqual([302, `${dispute}?done=dispute`]);
    expect(await textOf(sergeant, "/staff")).toContain("Disputes to answer: 1");
    expect(await textOf(sergeant, `${page}/disputes`)).toContain("I was on patrol.");
    const unfounded = { intent: "answer", answer: "refused", words: "The custody record says so." };
    const refused = await sergeant.post(dispute, unfounded);
    expect(refused.status).toBe(400);
    const again = await refused.text();
    expect(again).toContain("You wrote this entry, so somebody else has to say that it is right");
    expect(again).toContain("The custody record says so.</textarea>");
    expect(leadsTo(await inspector.post(dispute, unfounded))).toBe(`${dispute}?done=refused`);
    const answered = await textOf(constable, dispute);
    expect(answered).toContain("The custody record says so.");
    expect(answered).toContain("Refused");
    expect(await textOf(constable, `${page}/mine?month=${yesterday.slice(0, 7)}`)).toContain(
      "What you said of it",
    );
  });

  test("is there for nobody else", async () => {
    const id = await entry("post pc");
    const dispute = `${page}/entries/${id}/dispute`;
    expect((await elsewhere.get(dispute)).status).toBe(404);
    expect((await elsewhere.post(dispute, { intent: "dispute", words: "Not so." })).status).toBe(404);
    expect((await (await browserOf("Analyst")).get(dispute)).status).toBe(403);
    expect((await constable.get(`${page}/entries/no-id/dispute`)).status).toBe(404);
    expect((await elsewhere.get(`${page}/disputes`)).status).toBe(403);
  });
});
