import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { partsOfDay } from "#app/domain/account/day-parts.ts";
import { addDays } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import * as schema from "#db/schema/index.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { cookieOf } from "#tests/support/people.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { leadsTo, openBrowser } from "./resident-browser.ts";
import { newKey, openTaskingDesk, type TaskingDesk, type TaskingPerson } from "./tasking-desk.ts";

const reference = "J-22222";
const page = paths.tasking.record(reference);
const send = paths.tasking.sendRecord(reference);
const minutes = paths.tasking.minutes(reference);

let desk: TaskingDesk;
let server: ListeningServer;
let sergeant: ReturnType<typeof openBrowser>;

const browserOf = async (name: TaskingPerson, kind: "staff" | "member" = "staff") => {
  const cookie = await cookieOf(desk.db, { id: desk.id(name), kind });
  const [key = "", value = ""] = cookie.split("=");
  return openBrowser(server.url, { [key]: value });
};
const html = async (path = page) => (await sergeant.get(path)).text();
const dueOn = () => {
  const { day, month, year } = partsOfDay(addDays(desk.today, 20));
  return { "dueOn.day": day ?? "", "dueOn.month": month ?? "", "dueOn.year": year ?? "" };
};

beforeAll(async () => {
  await ensureBuilt();
  desk = await openTaskingDesk();
  server = await listenForTest(desk.db);
  sergeant = await browserOf("Sergeant");
  await desk.db
    .update(schema.taskingMeetings)
    .set({ state: "open", openedAt: desk.now })
    .where(eq(schema.taskingMeetings.reference, reference));
});
afterAll(async () => {
  await server.close();
  await desk.close();
});

describe("recording by forms, without script", () => {
  test("a note is written down and the page says under which number", async () => {
    const key = newKey();
    const fields = { intent: "note", key, words: "The lights on the rec are out" };
    expect(leadsTo(await sergeant.post(page, fields))).toBe(`${page}?written=1`);
    expect(await html(`${page}?written=1`)).toContain("Written down as 1.");
    expect(await html()).toContain("The lights on the rec are out");
    // The form is sent again, as a reader of a slow page does.
    expect(leadsTo(await sergeant.post(page, fields))).toBe(`${page}?written=1`);
  });

  test("what is refused comes back with what was typed and where it belongs", async () => {
    const answer = await sergeant.post(page, {
      intent: "decision",
      key: newKey(),
      words: "Take it to MARAC",
      reason: "It is urgent",
    });
    const text = await answer.text();
    expect(answer.status).toBe(400);
    expect(text).toContain("MARAC has its own secure meeting: leave it there");
    expect(text).toContain("Take it to MARAC");
    expect(text).toContain("It is urgent");
    // Without script one begins at the top.
    const summary = text.indexOf('href="#decision-words"');
    expect(summary).toBeGreaterThan(0);
    expect(summary).toBeLessThan(text.indexOf("<h1"));
  });

  test("of a date that is none the summary leads to its day", async () => {
    const answer = await sergeant.post(page, {
      intent: "action",
      key: newKey(),
      "dueOn.day": "45",
      "dueOn.month": "1",
      "dueOn.year": "2027",
    });
    const text = await answer.text();
    expect(text.indexOf('href="#action-dueOn.day"')).toBeGreaterThan(0);
    expect(text.indexOf('href="#action-dueOn.day"')).toBeLessThan(text.indexOf("<h1"));
    expect(text).toContain('id="action-dueOn.day"');
  });

  test("what residents are told of any item is written down, and not over another's words unseen", async () => {
    const item = await desk.item("Rough sleeping", reference, { section: "analysis" });
    expect(await html()).toContain(`value="${item}.1"`);
    const fields = { intent: "feedback", itemId: `${item}.1`, line: "The council says where help is" };
    expect(leadsTo(await sergeant.post(page, fields))).toBe(`${page}?done=feedback`);
    const stale = await sergeant.post(page, { ...fields, line: "Nothing is done" });
    expect(stale.status).toBe(400);
    expect(await stale.text()).toContain("Somebody else said something of this item meanwhile");
    expect(await html(minutes)).toContain("The council says where help is");
  });

  test("an action is given from the menu", async () => {
    const answer = await sergeant.post(page, {
      intent: "action",
      key: newKey(),
      kind: "environmental",
      task: "Repair the lights",
      agencyId: desk.id("council"),
      position: "Street lighting officer",
      ...dueOn(),
    });
    expect(leadsTo(answer), await answer.text()).toBe(`${page}?written=2`);
    const text = await html();
    expect(text).toContain("PA-1");
    expect(text).toContain("Street lighting officer");
  });

  test("an entry is put right", async () => {
    expect(await html(`${page}?correct=1`)).toContain("Put entry 1 right");
    const answer = await sergeant.post(page, {
      intent: "correct",
      key: newKey(),
      replaces: "1",
      words: "Four lights on the rec are out",
    });
    expect(leadsTo(answer)).toBe(`${page}?written=3`);
    expect(await html()).toContain("put right by 3");
  });
});

describe("recording by script", () => {
  test("one thing under its key is answered with its number, however often it is sent", async () => {
    const fields = { intent: "note", key: newKey(), words: "Kept on a device" };
    const first: unknown = await (await sergeant.post(send, fields)).json();
    expect(first).toMatchObject({ ok: true });
    expect(await (await sergeant.post(send, fields)).json()).toEqual(first);
  });

  test("what is refused says why", async () => {
    const answer = await sergeant.post(send, { intent: "note", key: newKey(), words: "Mr Hollis again" });
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { ok: false, messages: [expect.stringContaining("Take out the name “Mr Hollis”")] },
    ]);
    const nothing = await sergeant.post(send, { intent: "note", key: newKey() });
    expect(await nothing.json()).toEqual({ ok: false, messages: ["Enter what was said"] });
  });

  test("the words stand in no log", () => {
    expect(server.log()).not.toMatch(/Kept on a device|Hollis/);
  });
});

test.each<[TaskingPerson, "staff" | "member", number]>([
  ["Constable", "staff", 403],
  ["Chief officer", "staff", 403],
  ["Far sergeant", "staff", 404],
  ["Council officer", "member", 403],
])("%s does not record here", async (name, kind, status) => {
  const browser = await browserOf(name, kind);
  expect((await browser.get(page)).status).toBe(status);
  expect((await browser.get(send)).status).toBe(status);
  const note = { intent: "note", key: newKey(), words: "Not mine" };
  expect((await browser.post(send, note)).status).toBe(status);
  expect((await browser.post(page, note)).status).toBe(status);
  expect(await html()).not.toContain("Not mine");
});

test("whoever chairs this one meeting records it, a partner as well", async () => {
  const setChair = (name: TaskingPerson) =>
    desk.db
      .update(schema.taskingMeetings)
      .set({ chairId: desk.id(name) })
      .where(eq(schema.taskingMeetings.reference, reference));
  await setChair("Council officer");
  const partner = await browserOf("Council officer", "member");
  expect(await (await partner.get(page)).text()).toContain("Finish the minutes");
  const note = { intent: "note", key: newKey(), words: "Said the chair of the day" };
  expect((await partner.post(send, note)).status).toBe(200);
  expect(await (await partner.get(paths.tasking.meeting(reference))).text()).toContain("Record the meeting");
  expect((await partner.get(minutes)).status).toBe(200);
  const door = paths.tasking.door(reference);
  expect(await (await partner.get(door)).text()).toContain("Record who came");
  const guest = { intent: "guest", key: newKey(), name: "", agencyId: "", position: "" };
  expect((await partner.post(door, guest)).status).toBe(400);
  await setChair("Chair");
  expect((await partner.get(door)).status).toBe(403);
  expect((await partner.get(page)).status).toBe(403);
  expect((await (await browserOf("Far officer", "member")).get(page)).status).toBe(404);
});

describe("the minutes", () => {
  test("say what stands, numbered and marked", async () => {
    const text = await html(minutes);
    expect(text).toContain("OFFICIAL-SENSITIVE");
    expect(text).toContain("These minutes are not finished.");
    expect(text).toContain("Four lights on the rec are out");
    expect(text).not.toContain(">The lights on the rec are out");
    expect(text).toContain("PA-1");
    expect(text).toContain("Tenancy officer");
    expect(text).toContain('scope="col"');
  });

  test("are read by whoever reads the meeting, and each reading is recorded", async () => {
    const before = (await desk.auditOf("tasking.read")).length;
    expect((await (await browserOf("Constable")).get(minutes)).status).toBe(200);
    expect((await desk.auditOf("tasking.read")).slice(before).map(({ details }) => details)).toEqual([
      { page: "minutes" },
    ]);
    expect((await (await browserOf("Far sergeant")).get(minutes)).status).toBe(404);
  });

  test("are finished by the page when nothing is missing, and sent round", async () => {
    const chair = await browserOf("Inspector");
    const refused = await chair.post(page, { intent: "finish" });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain("Say who was present: nobody is recorded yet");
    await desk.db
      .update(schema.taskingAttendances)
      .set({ state: "present" })
      .where(eq(schema.taskingAttendances.meetingId, desk.id(reference)));
    expect(leadsTo(await chair.post(page, { intent: "finish" }))).toBe(`${page}?done=finish`);
    expect(await html()).toContain("Send the minutes round");
    expect(leadsTo(await sergeant.post(page, { intent: "circulate" }))).toBe(`${page}?done=circulate`);
    expect(await html()).toContain("The minutes were sent round.");
    expect(await html(minutes)).not.toContain("These minutes are not finished.");
    const partner = await browserOf("Council officer", "member");
    const read = await (await partner.get(paths.partners.minutes(reference))).text();
    expect(read).toContain('<p class="sn-marking">OFFICIAL-SENSITIVE</p>');
  });
});
