import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { partsOfDay } from "#app/domain/account/day-parts.ts";
import { abstractionEntries, allowances, auditEvents } from "#db/schema/index.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { cookieOf } from "#tests/support/people.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { openAbstractionDesk, type AbstractionDesk, type DeskPerson } from "./abstraction-desk.ts";
import { leadsTo, openBrowser, type TestBrowser } from "./resident-browser.ts";

let desk: AbstractionDesk;
let server: ListeningServer;
let sergeant: TestBrowser;
let constable: TestBrowser;
let inspector: TestBrowser;
let stranger: TestBrowser;
const path = "/staff/abstractions/log";
const hourMs = 3_600_000;
const wholeHour = Math.floor(Date.now() / hourMs) * hourMs;

const browserOf = async (name: DeskPerson) => {
  const cookie = await cookieOf(desk.db, { id: desk.id(name), kind: "staff" });
  const [key = "", value = ""] = cookie.split("=");
  return openBrowser(server.url, { [key]: value });
};

beforeAll(async () => {
  await ensureBuilt();
  desk = await openAbstractionDesk();
  server = await listenForTest(desk.db);
  sergeant = await browserOf("Sergeant");
  constable = await browserOf("Constable");
  inspector = await browserOf("Inspector");
  stranger = await browserOf("Other sergeant");
  await desk.duty("post pc", {
    from: new Date(wholeHour - 2 * hourMs),
    to: new Date(wholeHour + 6 * hourMs),
  });
});
afterAll(async () => {
  await server.close();
  await desk.close();
});
beforeEach(async () => {
  await desk.db.delete(allowances);
});

const html = async (response: Response | Promise<Response>) => (await response).text();
const stored = () => desk.db.select().from(abstractionEntries);
const now = (more: Record<string, string> = {}) => ({
  id: randomUUID(),
  postId: desk.id("post pc"),
  code: "R2",
  when: "from-now",
  day: "today",
  ...more,
});

describe("logging", () => {
  test("the page offers who is on duty, the codes and one button, and records that a team was looked at", async () => {
    const page = await html(sergeant.get(path));
    for (const said of ["PC Cole", "This shift, from now", "R1 Response minimum-staffing cover", ">Save<"])
      expect(page).toContain(said);
    expect(page).not.toContain("PC Ford");
    expect(
      (await desk.db.select().from(auditEvents)).some(({ action }) => action === "abstraction.read-officers"),
    ).toBe(true);
    const own = await html(constable.get(path));
    expect(own).toContain("PC Cole");
    expect(own).not.toContain("Sgt Archer");
  });

  test("three fields and a button are an entry, which leads to its page", async () => {
    const form = now();
    const answer = await sergeant.post(path, form);
    expect(leadsTo(answer)).toBe(`/staff/abstractions/entries/${form.id}?done=logged`);
    const page = await html(sergeant.get(`/staff/abstractions/entries/${form.id}`));
    expect(page).toContain("Directed response to calls outside the plan");
    expect(page).toContain("Correct or withdraw it");
    expect(leadsTo(await sergeant.post(path, form))).toBe(
      `/staff/abstractions/entries/${form.id}?done=again`,
    );
    expect((await stored()).filter(({ id }) => id === form.id)).toHaveLength(1);
    const today = await html(sergeant.get("/staff/abstractions"));
    expect(today).toContain(`/staff/abstractions/entries/${form.id}`);
    expect((await stranger.get(`/staff/abstractions/entries/${form.id}`)).status).toBe(404);
    expect((await stranger.post(path, now({ postId: desk.id("post pc") }))).status).toBe(404);
  });

  test("nothing typed is lost, and each error says what to do", async () => {
    const form = now({
      code: "R1",
      startsAt: "half past",
      endsAt: "5pm",
      reason: "Kept words",
      actual: "many",
    });
    const refused = await sergeant.post(path, form);
    expect(refused.status).toBe(400);
    const page = await html(refused);
    expect(page).toContain("Enter how many officers there were as a whole number, like 6");
    for (const kept of ["half past", "Kept words", "5pm"]) expect(page).toContain(kept);
    const again = await html(sergeant.post(path, { ...form, actual: "6" }));
    expect(again).toContain("Enter when it began, like 2pm or 14:00");
    expect(again).toContain("Kept words");
  });

  test("which hour is meant is asked of an ambiguous time alone, and then taken", async () => {
    const year = new Date().getUTCFullYear();
    const lastSunday = [31, 30, 29, 28, 27, 26, 25]
      .map((day) => new Date(Date.UTC(year, 9, day)))
      .find((day) => day.getUTCDay() === 0);
    const parts = partsOfDay(londonDay(lastSunday ?? new Date()));
    const night = now({
      day: "other",
      "otherDay.day": parts.day ?? "",
      "otherDay.month": parts.month ?? "",
      "otherDay.year": parts.year ?? "",
      startsAt: "0:30",
      endsAt: "1:30",
      reason: "Found in the duty book",
    });
    const asked = await inspector.post(path, night);
    expect(asked.status).toBe(400);
    const page = await html(asked);
    expect(page).toContain("Does it end before or after the clocks changed?");
    expect(page).not.toContain("Did it begin before or after the clocks changed?");
    const answer = await inspector.post(path, { ...night, endSide: "after" });
    expect(leadsTo(answer)).toBe(`/staff/abstractions/entries/${night.id}?done=logged`);
    const [entry] = (await stored()).filter(({ id }) => id === night.id);
    expect((entry?.endsAt.getTime() ?? 0) - (entry?.startsAt.getTime() ?? 0)).toBe(2 * hourMs);
  });

  test("what has this time already is a link away", async () => {
    const yesterday = partsOfDay(addDays(londonDay(new Date()), -1));
    const times = {
      day: "other",
      "otherDay.day": yesterday.day ?? "",
      "otherDay.month": yesterday.month ?? "",
      "otherDay.year": yesterday.year ?? "",
      startsAt: "9am",
      endsAt: "10am",
    };
    const first = now(times);
    expect((await sergeant.post(path, first)).status).toBe(302);
    const refused = await html(sergeant.post(path, now({ ...times, code: "C1" })));
    expect(refused).toContain(`/staff/abstractions/entries/${first.id}`);
  });
});

describe("correcting", () => {
  test("the next version has its reason, and withdrawing keeps everything", async () => {
    const id = await desk.entry("post pcso", {
      from: new Date(wholeHour - 3 * hourMs),
      to: new Date(wholeHour - 2 * hourMs),
    });
    const entry = `/staff/abstractions/entries/${id}`;
    const page = await html(sergeant.get(`${entry}/correct`));
    const field = (name: string) =>
      new RegExp(`name="${name.replace(".", "\\.")}"[^>]*value="([^"]*)"`).exec(page)?.[1] ?? "";
    const shown = Object.fromEntries(
      ["startsAt", "endsAt", "otherDay.day", "otherDay.month", "otherDay.year"].map((name) => [
        name,
        field(name),
      ]),
    );
    const form = { ...shown, intent: "correct", version: "1", code: "C1", when: "from-now", day: "other" };
    const refused = await sergeant.post(`${entry}/correct`, form);
    expect(refused.status).toBe(400);
    expect(await html(refused)).toContain("Say why it is changed");
    expect(
      leadsTo(await sergeant.post(`${entry}/correct`, { ...form, changeReason: "It was custody" })),
    ).toBe(`${entry}?done=corrected`);
    expect(await html(sergeant.get(entry))).toContain("It was custody");
    const leave = { intent: "withdraw", version: "2", changeReason: "Another day" };
    expect((await stranger.post(`${entry}/correct`, leave)).status).toBe(404);
    expect(leadsTo(await sergeant.post(`${entry}/correct`, leave))).toBe(`${entry}?done=withdrawn`);
    expect(await html(sergeant.get(entry))).toContain("This entry is withdrawn");
    expect((await sergeant.get(`${entry}/correct`)).status).toBe(404);
  });
});

describe("a device", () => {
  test("is told whose entries it may send, and sends one once", async () => {
    const send = "/staff/abstractions/send";
    const [mine, theirs] = [await html(sergeant.get(send)), await html(constable.get(send))];
    expect(mine).toMatch(/^\{"mark":"[0-9a-f]{24}"\}$/);
    expect(mine).not.toBe(theirs);
    const at = new Date(wholeHour - hourMs).toISOString();
    const form = now({ at, code: "D1" });
    expect(await (await sergeant.post(send, form)).json()).toMatchObject({
      ok: true,
      id: form.id,
      did: "logged",
    });
    expect(await (await sergeant.post(send, form)).json()).toMatchObject({ ok: true, did: "again" });
    const [entry] = (await stored()).filter(({ id }) => id === form.id);
    expect(entry?.startsAt.toISOString()).toBe(at);
    const refused = await sergeant.post(send, now({ postId: desk.id("post pcso") }));
    expect([refused.status, await refused.json()]).toMatchObject([400, { ok: false }]);
    expect((await stranger.post(send, now())).status).toBe(404);
  });

  test("the empty form is the same for everybody and has nobody in it", async () => {
    const page = await html(openBrowser(server.url).get("/staff/abstractions/offline"));
    expect(page).toContain("This device has no signal");
    for (const word of ["Cole", "Archer", "post pc"]) expect(page).not.toContain(word);
    const kept = await html(sergeant.get(path));
    // What a device keeps of the posts has no names: it is drawn from this.
    expect(kept).toContain("PC, post pc");
  });
});
