import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { partsOfDay } from "#app/domain/account/day-parts.ts";
import { londonInstant } from "#app/domain/calendar/london-time.ts";
import { mondayOf } from "#app/domain/roster/week.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { allowances, auditEvents, duties } from "#db/schema/index.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { cookieOf } from "#tests/support/people.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { openAbstractionDesk, type AbstractionDesk, type DeskPerson } from "./abstraction-desk.ts";
import { leadsTo, openBrowser, type TestBrowser } from "./resident-browser.ts";

let desk: AbstractionDesk;
let server: ListeningServer;
let sergeant: TestBrowser;
let inspector: TestBrowser;
let stranger: TestBrowser;
let constable: TestBrowser;
const path = "/staff/abstractions/duties";
const patternPath = `${path}/pattern`;
const monday = addDays(mondayOf(londonDay(new Date())), 7);
const week = `${path}?week=${monday}`;

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
  inspector = await browserOf("Inspector");
  stranger = await browserOf("Other sergeant");
  constable = await browserOf("Other constable");
});
afterAll(async () => {
  await server.close();
  await desk.close();
});
beforeEach(async () => {
  await desk.db.delete(allowances);
  await desk.db.delete(duties);
});

const html = async (response: Response | Promise<Response>) => (await response).text();
const stored = () => desk.db.select().from(duties).orderBy(asc(duties.startsAt));
const typed = (more: Readonly<Record<string, string>> = {}) => ({
  team: desk.id("T1"),
  post: desk.id("post pc"),
  day: monday,
  from: "7am",
  to: "15:00",
  ...more,
});
/** The last Sunday of a month of next year: the clocks change. */
const lastSunday = (month: number): string => {
  const last = new Date(Date.UTC(new Date().getUTCFullYear() + 1, month + 1, 0));
  return addDays(londonDay(last), -last.getUTCDay());
};
const spring = lastSunday(2);
const at = (day: string, hour: number) => londonInstant(day, hour * 60);

test("a duty is added from the week's page, and stands in its table", async () => {
  const page = await html(sergeant.get(week));
  for (const said of ["Add a duty", "Off", ">pc<", "Lay a pattern of shifts"]) expect(page).toContain(said);
  expect(page).not.toContain("post beat");
  const answer = await sergeant.post(path, typed());
  expect(leadsTo(answer)).toBe(`${path}?team=${desk.id("T1")}&week=${monday}&done=added`);
  expect(await stored()).toMatchObject([
    { postId: desk.id("post pc"), source: "manual", startsAt: at(monday, 7), endsAt: at(monday, 15) },
  ]);
  const week2 = await html(sergeant.get(leadsTo(answer) ?? ""));
  for (const said of ["The duty is added.", "07:00 to 15:00"]) expect(week2).toContain(said);
});

test("what is wrong is said in words, and nothing typed is lost", async () => {
  const page = await html(sergeant.post(week, typed({ post: "", from: "kept time", to: "" })));
  for (const said of [
    "Select a post",
    "Enter when it begins, like 07:00 or 7am",
    "Enter when it ends",
    "kept time",
  ])
    expect(page).toContain(said);
  await sergeant.post(path, typed());
  const refused = await sergeant.post(week, typed({ from: "14:00", to: "22:00" }));
  expect(refused.status).toBe(400);
  const overlap = await html(refused);
  expect(overlap).toContain("pc is on duty then: 07:00 to 15:00 on");
  expect(overlap).toContain('value="14:00"');
  expect(await stored()).toHaveLength(1);
  // One that begins as the other ends has room.
  expect((await sergeant.post(path, typed({ from: "15:00", to: "23:00" }))).status).toBe(302);
});

test("a duty is changed and removed; a confirmed one is said to be confirmed again", async () => {
  const id = await desk.duty("post pc", {
    from: at(monday, 7),
    to: at(monday, 15),
    source: "roster",
    confirmedAs: "nil",
    confirmedAt: new Date(),
  });
  const page = await html(sergeant.get(`${path}/${id}`));
  for (const said of ["This duty is confirmed.", "It came with a roster.", 'value="07:00"', 'value="15:00"'])
    expect(page).toContain(said);
  const refused = await sergeant.post(`${path}/${id}`, {
    intent: "change",
    day: monday,
    from: "7",
    to: "never",
  });
  expect(refused.status).toBe(400);
  expect(await html(refused)).toContain("never");
  const changed = await sergeant.post(`${path}/${id}`, {
    intent: "change",
    day: addDays(monday, 1),
    from: "22:00",
    to: "07:00",
  });
  expect(leadsTo(changed)).toContain("done=changed");
  expect(await stored()).toMatchObject([
    { id, source: "manual", confirmedAt: null, startsAt: at(addDays(monday, 1), 22) },
  ]);
  expect(await html(sergeant.get(week))).toContain("22:00 to 07:00 the next day");
  expect(leadsTo(await sergeant.post(`${path}/${id}`, { intent: "remove" }))).toContain("done=removed");
  expect(await stored()).toEqual([]);
  expect((await sergeant.get(`${path}/${id}`)).status).toBe(404);
});

test("a sergeant reaches no post of another team", async () => {
  const id = await desk.duty("post beat", { from: at(monday, 7), to: at(monday, 15) });
  expect((await sergeant.get(`${path}/${id}`)).status).toBe(404);
  for (const form of [{ intent: "remove" }, { intent: "change", day: monday, from: "8:00", to: "9:00" }])
    expect((await sergeant.post(`${path}/${id}`, form)).status).toBe(404);
  const added = await sergeant.post(path, typed({ post: desk.id("post beat"), from: "16:00", to: "17:00" }));
  expect(added.status).toBe(400);
  expect(await html(added)).toContain("Select a post of your own teams");
  const laid = await sergeant.post(patternPath, pattern({ intent: "lay", posts: desk.id("post beat") }));
  expect(laid.status).toBe(400);
  const other = await html(sergeant.get(`${week}&team=${desk.id("T2")}`));
  expect(other).not.toContain(id);
  expect(await stored()).toMatchObject([{ id }]);
  expect(await html(stranger.get(`${path}/${id}`))).toContain("beat");
  for (const address of [path, patternPath, `${path}/${id}`])
    expect((await constable.get(address)).status, address).toBe(403);
});

const day = (name: string, value: string) =>
  Object.fromEntries(
    Object.entries(partsOfDay(value)).map(([part, typed]) => [`${name}.${part}`, typed ?? ""]),
  );
const pattern = (more: Readonly<Record<string, string>>) => ({
  posts: desk.id("post pc"),
  pattern: "07:00-15:00, 22:00-07:00, off",
  ...day("begins", monday),
  ...day("until", addDays(monday, 6)),
  ...more,
});

test("a pattern is tried, which writes nothing, and then laid", async () => {
  const page = await html(sergeant.get(patternPath));
  expect(page).toContain("Show what it would be");
  expect(page).not.toContain('value="lay"');
  const tried = await sergeant.post(patternPath, pattern({ intent: "try" }));
  expect(tried.status).toBe(200);
  const shown = await html(tried);
  for (const said of [
    "This would add 5 duties.",
    'value="lay"',
    "22:00-07:00",
    `value="${desk.id("post pc")}"`,
  ])
    expect(shown).toContain(said);
  expect(await stored()).toEqual([]);
  const laid = await sergeant.post(patternPath, pattern({ intent: "lay" }));
  expect(leadsTo(laid)).toBe(`${path}?week=${monday}&done=laid`);
  expect((await stored()).map(({ source }) => source)).toEqual(Array.from({ length: 5 }, () => "pattern"));
});

test("a pattern that overlaps, or cannot be read, is not laid, and stays typed", async () => {
  await desk.duty("post pc", { from: at(monday, 14), to: at(monday, 16) });
  const page = await html(sergeant.post(patternPath, pattern({ intent: "lay" })));
  expect(page).toContain("pc is on duty then: 14:00 to 16:00 on");
  expect(page).not.toContain('value="lay"');
  const unread = await sergeant.post(patternPath, pattern({ intent: "try", pattern: "07:00-15:00, kept" }));
  expect(unread.status).toBe(400);
  const said = await html(unread);
  expect(said).toContain("Day 2 of the pattern must be like 07:00-15:00 or off");
  expect(said).toContain("07:00-15:00, kept");
  const none = pattern({ intent: "try", posts: "", ...day("until", addDays(monday, -1)) });
  const missing = await html(sergeant.post(patternPath, none));
  expect(missing).toContain("Select at least one post");
  expect(await stored()).toHaveLength(1);
});

test("a pattern says what stands in its own way, and whose posts it is not for", async () => {
  const twice = pattern({
    intent: "try",
    pattern: "22:00-10:00, 07:00-15:00",
    ...day("until", addDays(monday, 1)),
  });
  const shown = await html(sergeant.post(patternPath, twice));
  expect(shown).toContain("the duty begins before the one before it ends");
  expect(shown).not.toContain('value="lay"');
  const theirs = await html(
    sergeant.post(patternPath, pattern({ intent: "try", posts: desk.id("post beat") })),
  );
  expect(theirs).toContain("Select posts of your own teams");
  const skipped = { pattern: "01:30-07:00", ...day("begins", spring), ...day("until", spring) };
  const never = await html(sergeant.post(patternPath, pattern({ intent: "try", ...skipped })));
  expect(never).toContain("01:30 never was: the clocks go forward over it");
  expect(never).not.toContain("No day of the pattern is one of duty");
});

test("who looks at duties is in the record", async () => {
  const id = await desk.duty("post pc", { from: at(monday, 7), to: at(monday, 15) });
  const administrator = await browserOf("Administrator");
  await administrator.get(`${week}&team=${desk.id("T1")}`);
  await administrator.get(`${path}/${id}`);
  const events = await desk.db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.action, "abstraction.read-officers"));
  expect(events.slice(-2)).toMatchObject([
    {
      actorId: desk.id("Administrator"),
      subjectKind: "team",
      subjectId: desk.id("T1"),
      details: { page: "duties" },
    },
    { subjectKind: "post", subjectId: desk.id("post pc"), details: { page: "duties" } },
  ]);
});

test("a duty of 36 hours is shown and kept as long as it is", async () => {
  const id = await desk.duty("post pc", {
    from: at(monday, 7),
    to: at(addDays(monday, 1), 19),
    source: "roster",
  });
  const page = await html(sergeant.get(`${path}/${id}`));
  expect(page).toMatch(/<input[^>]*name="dayMore"[^>]*checked/);
  const times = { intent: "change", day: monday, from: "07:00", to: "18:30" };
  expect((await sergeant.post(`${path}/${id}`, { ...times, dayMore: "yes" })).status).toBe(302);
  const end = new Date(at(addDays(monday, 1), 19).getTime() - 30 * 60_000);
  expect(await stored()).toMatchObject([{ startsAt: at(monday, 7), endsAt: end }]);
  const longer = await html(sergeant.post(`${path}/${id}`, { ...times, to: "20:00", dayMore: "yes" }));
  expect(longer).toContain("A duty is at most 36 hours");
});

test("far back, a sergeant is sent to the inspector, who says why", async () => {
  const old = addDays(monday, -56);
  const oldWeek = `${path}?week=${old}`;
  expect(await html(sergeant.get(oldWeek))).toContain("Why is it put right so late?");
  const refused = await html(sergeant.post(oldWeek, typed({ day: old, lateReason: "left-out" })));
  expect(refused).toContain("Ask the inspector of the area to put it right");
  expect(await html(inspector.post(oldWeek, typed({ day: old })))).toContain(
    "Say why: this is more than 35 days",
  );
  expect((await inspector.post(oldWeek, typed({ day: old, lateReason: "left-out" }))).status).toBe(302);
  const events = await desk.db.select().from(auditEvents).where(eq(auditEvents.action, "duty.add"));
  expect(events.at(-1)).toMatchObject({ reason: "left-out", subjectId: desk.id("post pc") });
});

test("which hour is meant is asked where clocks show it twice", async () => {
  const sunday = lastSunday(9);
  const form = typed({ day: sunday, from: "01:30", to: "09:00" });
  const asked = await html(sergeant.post(`${path}?week=${mondayOf(sunday)}`, form));
  expect(asked).toContain("Before or after the clocks changed?");
  expect(asked).toContain("Select which is meant");
  expect((await sergeant.post(path, { ...form, side: "after" })).status).toBe(302);
  expect(await stored()).toMatchObject([{ startsAt: new Date(`${sunday}T01:30:00Z`) }]);
  await desk.db.delete(duties);
  // Each end is asked for by itself.
  const both = { ...form, from: "01:10", to: "01:50", side: "before" };
  expect(await html(sergeant.post(path, both))).toContain("Is its end before or after the clocks changed?");
  expect((await sergeant.post(path, { ...both, endSide: "after" })).status).toBe(302);
  expect(await stored()).toMatchObject([
    { startsAt: new Date(`${sunday}T00:10:00Z`), endsAt: new Date(`${sunday}T01:50:00Z`) },
  ]);
});
