import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createFinder } from "#app/domain/finder/create-finder.ts";
import { allowances, auditEvents, meetings, pageReports } from "#db/schema/index.ts";
import { finderFacts, listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { signedInAs } from "#tests/support/people.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { openPeopleTest, type PeopleTest } from "./people-force.ts";
import { leadsTo, openBrowser } from "./resident-browser.ts";

let force: PeopleTest;
let server: ListeningServer;
let sergeant: ReturnType<typeof openBrowser>;
let other: ReturnType<typeof openBrowser>;

const nextYear = String(new Date().getFullYear() + 1);
const typed = {
  kind: "drop-in",
  neighbourhoods: "westly",
  title: "Tea & talk",
  "day.day": "7",
  "day.month": "7",
  "day.year": nextYear,
  startsAt: "6pm",
  endsAt: "7:30 pm",
  place: "Café 8, High Street",
  howToGetIn: "Ramp, side door",
  whoComes: "Your sergeant and a PCSO",
};

const browserOf = async (role: "sergeant", neighbourhoodId: string) => {
  const area = { kind: "neighbourhood", id: neighbourhoodId } as const;
  const { cookie } = await signedInAs(force.db, role, { area });
  const [name = "", value = ""] = cookie.split("=");
  return openBrowser(server.url, { [name]: value });
};
const visit = (path: string) => openBrowser(server.url).get(path);
const page = async (path: string) => (await visit(path)).text();

beforeAll(async () => {
  await ensureBuilt();
  force = await openPeopleTest();
  // Westly and Eastly are two neighbourhoods of different teams.
  const ids = [force.id("n1"), force.id("n4")];
  const finder = createFinder({
    ...finderFacts,
    neighbourhoods: finderFacts.neighbourhoods.map((one, at) => ({ ...one, id: ids[at] ?? "" })),
    recordedPostcodes: [],
  });
  server = await listenForTest(force.db, {}, { finder, force: null });
  sergeant = await browserOf("sergeant", force.id("n1"));
  other = await browserOf("sergeant", force.id("n4"));
});
afterAll(async () => {
  await server.close();
  await force.close();
});
beforeEach(async () => {
  await force.db.delete(allowances);
});

/** Announces a meeting by the form; its reference. */
async function announce(change: Readonly<Record<string, string>> = {}): Promise<string> {
  const answer = await sergeant.post("/staff/meetings/new", { ...typed, ...change });
  const [, reference = ""] = /\/staff\/meetings\/(M-\w+)\?done=announced/.exec(leadsTo(answer) ?? "") ?? [];
  expect(reference, await answer.text()).not.toBe("");
  return reference;
}

describe("a meeting announced by the form", () => {
  test("stands on the neighbourhood's pages, for everybody", async () => {
    const reference = await announce();
    for (const path of [
      "/neighbourhoods/westly",
      "/neighbourhoods/westly/meetings",
      `/meetings/${reference}`,
    ]) {
      const html = await page(path);
      expect(html, path).toContain("Tea &amp; talk");
      expect(html, path).toContain("6pm to 7:30pm");
    }
    expect(await page("/neighbourhoods/eastly/meetings")).not.toContain("Tea &amp; talk");
    expect(await page("/neighbourhoods/westly/poster")).toContain("Tea &amp; talk");
  });

  test("comes back with what is wrong and what was typed", async () => {
    const answer = await sergeant.post("/staff/meetings/new", { ...typed, startsAt: "6", title: "Coffee" });
    expect(answer.status).toBe(400);
    const html = await answer.text();
    expect(html).toContain("Enter when it begins, like 6pm or 18:00");
    expect(html).toContain('value="Coffee"');
    expect(html).toMatch(/<input[^>]*name="neighbourhoods"[^>]*checked=""[^>]*value="westly"/);
  });

  test("comes back with what names somebody, and with all that was typed", async () => {
    const answer = await sergeant.post("/staff/meetings/new", { ...typed, title: "Tea with Mr Hollis" });
    expect(answer.status).toBe(400);
    const html = await answer.text();
    expect(html).toContain("Take out the name “Mr Hollis”");
    expect(html).toContain('value="Tea with Mr Hollis"');
    expect(html).toContain(`value="${typed.whoComes}"`);
  });

  test("is changed, cancelled and looked at by its own team only", async () => {
    const reference = await announce();
    const path = `/staff/meetings/${reference}`;
    expect((await other.get(path)).status).toBe(404);
    const change = { ...typed, intent: "change", version: "1", title: "Moved", startsAt: "17:00" };
    expect(leadsTo(await sergeant.post(path, change))).toBe(`${path}?done=change`);
    const stale = await sergeant.post(path, { intent: "cancel", version: "1", reason: "Flooded" });
    expect([stale.status, await stale.text()]).toEqual([400, expect.stringContaining("meanwhile")]);
    const cancel = { intent: "cancel", version: "2", reason: "The hall is flooded" };
    expect(leadsTo(await sergeant.post(path, cancel))).toBe(`${path}?done=cancel`);
    expect(await page(`/meetings/${reference}`)).toContain("The hall is flooded");
  });
});

describe("the calendar feed", () => {
  test("read back says what the pages say, and no more", async () => {
    const reference = await announce({ title: "In the feed" });
    const answer = await visit("/neighbourhoods/westly/calendar.ics");
    expect(answer.headers.get("Content-Type")).toBe("text/calendar; charset=utf-8");
    const text = (await answer.text()).replaceAll("\r\n ", "");
    const event = text
      .split("BEGIN:VEVENT")
      .map(
        (part) =>
          new Map(part.split("\r\n").map((line) => line.split(/:(.*)/s).slice(0, 2) as [string, string])),
      )
      .find((part) => part.get("SUMMARY") === "In the feed (Drop-in)");
    expect(event?.get("DTSTART")).toBe(`${nextYear}0707T170000Z`);
    expect(event?.get("DTEND")).toBe(`${nextYear}0707T183000Z`);
    expect(event?.get("LOCATION")).toBe("Café 8\\, High Street");
    expect(event?.get("URL;VALUE=URI")).toContain(`/meetings/${reference}`);
    expect(text).not.toContain("The sergeant");
  });

  test("is not sent again to whoever has it", async () => {
    const etag = (await visit("/neighbourhoods/westly/calendar.ics")).headers.get("ETag") ?? "";
    const again = await fetch(`${server.url}/neighbourhoods/westly/calendar.ics`, {
      headers: { "If-None-Match": etag },
    });
    expect(again.status).toBe(304);
    expect((await visit("/neighbourhoods/nowhere/calendar.ics")).status).toBe(404);
  });
});

describe("a problem with a page", () => {
  const wrong = { intent: "report", problem: "wrong", words: "It is on a Tuesday: CANARY" };

  test("is reported without an account, and the page is taken down everywhere", async () => {
    const reference = await announce({ title: "Wrong day" });
    const form = `/report-page/meeting/${reference}`;
    expect(await page(form)).toContain("Wrong day");
    const sent = leadsTo(await openBrowser(server.url).post(form, wrong)) ?? "";
    expect(await page(sent)).toContain("Thank you for telling us");
    const [, report = ""] = /sent=(W-\w+)/.exec(sent) ?? [];
    const path = `/staff/page-reports/${report}`;
    expect(await (await sergeant.get(path)).text()).toContain("CANARY");
    expect((await other.get(path)).status).toBe(404);
    expect(await (await sergeant.get("/staff/page-reports")).text()).not.toContain("CANARY");

    const decided = await sergeant.post(path, { intent: "take-down", reason: "inaccurate" });
    expect(leadsTo(decided)).toBe(`${path}?done=take-down`);
    for (const gone of [`/meetings/${reference}`, form]) {
      const answer = await visit(gone);
      const html = await answer.text();
      expect(answer.status, gone).toBe(410);
      expect(html).toContain("This was taken down");
      expect(html).not.toMatch(/Wrong day|CANARY/);
    }
    for (const list of [
      "/neighbourhoods/westly",
      "/neighbourhoods/westly/meetings",
      "/neighbourhoods/westly/calendar.ics",
    ])
      expect(await page(list), list).not.toContain("Wrong day");
    expect(JSON.stringify(await force.db.select().from(auditEvents))).not.toContain("CANARY");
    expect(server.log()).not.toContain("CANARY");
  });

  test("comes back when nothing is said, and asks for a pause when much is", async () => {
    const form = `/report-page/meeting/${await announce()}`;
    const empty = await openBrowser(server.url).post(form, { intent: "report" });
    expect([empty.status, await empty.text()]).toEqual([
      400,
      expect.stringContaining("Choose what is wrong"),
    ]);
    for (let sent = 0; sent < 10; sent += 1) await openBrowser(server.url).post(form, wrong);
    const refused = await openBrowser(server.url).post(form, wrong);
    expect(refused.status).toBe(429);
    expect(await refused.text()).toContain("CANARY");
  });

  test("sent by a program that fills in everything is thrown away", async () => {
    const before = await force.db.$count(pageReports);
    const form = `/report-page/meeting/${await announce()}`;
    const answer = await openBrowser(server.url).post(form, { ...wrong, website: "https://spam.example" });
    expect(leadsTo(answer)).toContain("?sent=W-");
    expect(await force.db.$count(pageReports)).toBe(before);
  });

  test("is taken down without a report, by its reference", async () => {
    const reference = await announce();
    const wanted = { reference, reason: "court" };
    expect((await other.post("/staff/page-reports?index", wanted)).status).toBe(400);
    expect(leadsTo(await sergeant.post("/staff/page-reports?index", wanted))).toMatch(
      /^\/staff\/page-reports\/W-/,
    );
    const [meeting] = await force.db.select().from(meetings).where(eq(meetings.reference, reference));
    expect(meeting?.takenDownAt).not.toBeNull();
  });

  test.each(["/report-page/meeting/M-22222", "/report-page/thread/T-22222", "/report-page/concern/x"])(
    "of nothing is not there: %s",
    async (path) => {
      expect((await visit(path)).status).toBe(404);
    },
  );
});
