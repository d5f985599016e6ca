import { eq, gte } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { londonInstant } from "#app/domain/calendar/london-time.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { allowances, auditEvents, duties, rosterMappings, rosterRows, rosters } from "#db/schema/index.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { cookieOf } from "#tests/support/people.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { openAbstractionDesk, type AbstractionDesk, type DeskPerson } from "./abstraction-desk.ts";
import { leadsTo, openBrowser, type TestBrowser } from "./resident-browser.ts";
import { header } from "./roster-desk.ts";

let desk: AbstractionDesk;
let server: ListeningServer;
let administrator: TestBrowser;
let sergeant: TestBrowser;
const path = "/staff/abstractions/rosters";
const mappingPath = `${path}/mappings`;

const browserOf = async (name: DeskPerson) => {
  const cookie = await cookieOf(desk.db, { id: desk.id(name), kind: "staff" });
  const [key = "", value = ""] = cookie.split("=");
  return openBrowser(server.url, { [key]: value });
};

beforeAll(async () => {
  await ensureBuilt();
  desk = await openAbstractionDesk();
  server = await listenForTest(desk.db);
  administrator = await browserOf("Administrator");
  sergeant = await browserOf("Sergeant");
});
afterAll(async () => {
  await server.close();
  await desk.close();
});
beforeEach(async () => {
  await desk.db.delete(allowances);
});

const html = async (response: Response | Promise<Response>) => (await response).text();

/** A mapping as its form is filled in. */
const typed = {
  name: "origin",
  post: "Post",
  start: "Day",
  startTime: "From",
  endTime: "To",
  code: "Code",
  reference: "Ref",
  days: "day-month-year",
  durations: "hours",
  clock: "london",
  twice: "refuse",
  codes: "DUTY = duty\r\nRD = ignore\r\ncourt = l1",
  posts: "1042 = pc",
};

const upload = (
  rows: readonly string[],
  fields: Readonly<Record<string, string>> = {},
  name = "june.csv",
): FormData => {
  const form = new FormData();
  form.set("file", new File([[header, ...rows].join("\r\n")], name, { type: "text/csv" }));
  for (const [field, value] of Object.entries({ mapping: "origin", ...fields })) form.set(field, value);
  return form;
};

describe("how files are read", () => {
  test("nothing is imported before a mapping is stored; what is wrong with one is said and nothing typed is lost", async () => {
    expect(await html(administrator.get(path))).toContain("Say first how the files");
    const wrong = { ...typed, post: "Kept column", clock: "offset", codes: "COURT = Z9", name: "Big Name" };
    const refused = await administrator.post(`${mappingPath}/new`, wrong);
    expect(refused.status).toBe(400);
    const page = await html(refused);
    expect(page).toContain("A name has small letters");
    for (const kept of ["Kept column", "COURT = Z9", "Big Name"]) expect(page).toContain(kept);
    const again = await html(administrator.post(`${mappingPath}/new`, { ...wrong, name: "origin" }));
    expect(again).toContain("COURT must be duty, ignore or one of our codes, like L1");
    expect(await html(administrator.post(`${mappingPath}/new`, { ...typed, name: "new" }))).toContain(
      "Enter another name than new",
    );
    expect(await desk.db.$count(rosterMappings)).toBe(0);
  });

  test("a mapping is stored, shown as it was typed, and stored again", async () => {
    expect(leadsTo(await administrator.post(`${mappingPath}/new`, typed))).toBe(`${path}?done=mapped`);
    const [stored] = await desk.db.select().from(rosterMappings);
    expect(stored).toMatchObject({
      name: "origin",
      version: 1,
      changedBy: desk.id("Administrator"),
      mapping: { codes: { DUTY: "duty", RD: "ignore", COURT: "L1" }, posts: { "1042": "pc" } },
    });
    const page = await html(administrator.get(`${mappingPath}/origin`));
    for (const said of ["How origin is read", "COURT = L1", "1042 = pc", 'value="Day"'])
      expect(page).toContain(said);
    await administrator.post(`${mappingPath}/origin`, { ...typed, twice: "first" });
    const [changed] = await desk.db.select().from(rosterMappings);
    expect(changed).toMatchObject({ version: 2, mapping: { twice: "first" } });
    expect(await html(administrator.get(`${path}?done=mapped`))).toContain("The mapping is stored.");
    expect((await administrator.get(`${mappingPath}/none`)).status).toBe(404);
  });
});

describe("a roster that is sent", () => {
  const [first, next] = [addDays(londonDay(new Date()), 1), addDays(londonDay(new Date()), 2)];
  const written = (day: string) => day.split("-").reverse().join("/");
  const good = `1042,${written(first)},07:00,15:00,DUTY,a`;
  const formula = `=cmd|'/C'!A0,${written(first)},07:00,15:00,DUTY,b`;

  test("comes into force, and its report accounts for every row", async () => {
    const sent = await administrator.send(
      path,
      upload(
        [good, formula, `pc,${written(next)},08:00,16:00,RD,`],
        { rows: "3", hours: "24" },
        "..\\june.csv",
      ),
    );
    const [roster] = await desk.db.select().from(rosters);
    expect(leadsTo(sent)).toBe(`${path}/${roster?.id ?? ""}`);
    expect(roster).toMatchObject({
      state: "in-force",
      source: "june.csv",
      importedBy: desk.id("Administrator"),
    });
    expect(await desk.db.select().from(duties)).toMatchObject([
      { postId: desk.id("post pc"), source: "roster", startsAt: londonInstant(first, 7 * 60) },
    ]);
    const page = await html(administrator.get(`${path}/${roster?.id ?? ""}`));
    for (const said of ["june.csv", "In force", "Read, all together", "is no post that this platform"])
      expect(page).toContain(said);
    const ignored = await html(administrator.get(`${path}/${roster?.id ?? ""}?state=ignored`));
    expect(ignored).not.toContain("is no post that this platform");
    const list = await html(administrator.get(path));
    for (const said of [`${dayInWords(first)} to ${dayInWords(first)}`, "june.csv"])
      expect(list).toContain(said);
  });

  test("its refused rows are a CSV in which nothing is a formula, and the record says who took it", async () => {
    const [roster] = await desk.db.select().from(rosters);
    const rosterId = roster?.id ?? "";
    const lines = [900, 901].map((line) => ({ rosterId, line, state: "refused" as const }));
    const reasons = ["=1+1", "@SUM(A1)"];
    await desk.db
      .insert(rosterRows)
      .values(lines.map((line, at) => ({ ...line, reason: reasons[at] ?? "" })));
    const answer = await administrator.get(`${path}/${rosterId}/rows.csv?state=refused`);
    expect(answer.headers.get("Content-Type")).toContain("text/csv");
    const text = await html(answer);
    for (const reason of reasons) expect(text).toContain(`'${reason}`);
    expect(text.split(/\r\n|,/).filter((cell) => /^"?[=+@\t-]/.test(cell))).toEqual([]);
    await desk.db.delete(rosterRows).where(gte(rosterRows.line, 900));
    const [event] = await desk.db.select().from(auditEvents).where(eq(auditEvents.action, "roster.export"));
    expect(event?.details).toMatchObject({ state: "refused", rows: 3 });
  });

  test("is refused with what was typed kept, and nothing comes into force", async () => {
    const bare = new FormData();
    bare.set("file", new File([], ""));
    bare.set("mapping", "origin");
    bare.set("rows", "many");
    bare.set("hours", "12.5");
    const refused = await administrator.send(path, bare);
    expect(refused.status).toBe(400);
    const page = await html(refused);
    for (const said of [
      "Select the CSV file",
      "Enter the rows as a whole number",
      'value="many"',
      'value="12.5"',
    ])
      expect(page).toContain(said);
    const other = new FormData();
    other.set("file", new File(["Post,Day\npc,01/06/2026"], "other.csv"));
    other.set("mapping", "origin");
    other.set("rows", "77");
    const unlike = await html(administrator.send(path, other));
    expect(unlike).toContain("is not the one that the mapping was made for");
    expect(unlike).toContain("column code is missing");
    expect(unlike).toContain('value="77"');
    expect(await desk.db.$count(rosters)).toBe(1);
  });

  test("whose totals are others is there to be read, refused", async () => {
    const sent = await administrator.send(path, upload([good], { hours: "9" }));
    const page = await html(administrator.get(leadsTo(sent) ?? ""));
    expect(page).toContain("9 hours were stated, and 8 hours were read.");
    expect(page).toContain("Fit to be taken");
    expect(await desk.db.$count(duties)).toBe(1);
  });
});

describe("a roster of what may be published", () => {
  const far = addDays(londonDay(new Date()), -60).split("-").reverse().join("/");
  const rows = [`1042,${far},07:00,15:00,DUTY,far`];

  test("changes nothing when an administrator sends it", async () => {
    const before = await desk.db.$count(duties);
    expect(await html(administrator.get(path))).toContain("What is more than 35 days back stays as it is");
    const sent = await administrator.send(path, upload(rows, { lateReason: "left-out" }));
    expect(await html(administrator.get(leadsTo(sent) ?? ""))).toContain("It is more than 35 days back");
    expect(await desk.db.$count(duties)).toBe(before);
  });

  test("is taken from whoever corrects it in the whole force, with a reason", async () => {
    await desk.appoint("Administrator", "inspector");
    const before = await desk.db.$count(duties);
    expect(await html(administrator.get(path))).toContain("Why is it put right so late?");
    await administrator.send(path, upload(rows));
    expect(await desk.db.$count(duties)).toBe(before);
    await administrator.send(path, upload(rows, { lateReason: "left-out" }));
    expect(await desk.db.$count(duties)).toBe(before + 1);
    const events = await desk.db.select().from(auditEvents).where(eq(auditEvents.action, "roster.import"));
    expect(events.at(-1)?.reason).toBe("left-out");
  });
});

test("a sergeant imports nothing and reads no report", async () => {
  const [roster] = await desk.db.select().from(rosters);
  const id = roster?.id ?? "";
  for (const address of [
    path,
    `${path}/${id}`,
    `${path}/${id}/rows.csv?state=refused`,
    `${mappingPath}/origin`,
  ])
    expect((await sergeant.get(address)).status, address).toBe(403);
  expect((await sergeant.post(`${mappingPath}/new`, typed)).status).toBe(403);
  expect((await sergeant.send(path, upload(["1042,09/06/2026,07:00,15:00,DUTY,"]))).status).toBe(403);
});
