import { afterAll, beforeAll, expect, test } from "vitest";
import { preElectionPeriods } from "#db/schema/index.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { signedInAs } from "#tests/support/people.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { openPeopleTest, type PeopleTest } from "./people-force.ts";
import { leadsTo, openBrowser } from "./resident-browser.ts";

const path = "/staff/settings/pre-election";
const nextYear = String(new Date().getFullYear() + 1);
const typed = {
  intent: "begin",
  "startsOn.day": "27",
  "startsOn.month": "3",
  "startsOn.year": nextYear,
  "endsOn.day": "6",
  "endsOn.month": "5",
  "endsOn.year": nextYear,
  reason: "Election of the county council",
  pausesCycles: "yes",
};

let force: PeopleTest;
let server: ListeningServer;
beforeAll(async () => {
  await ensureBuilt();
  force = await openPeopleTest();
  server = await listenForTest(force.db);
});
afterAll(async () => {
  await server.close();
  await force.close();
});

const browserOf = async (role: "administrator" | "sergeant") => {
  const { cookie } = await signedInAs(force.db, role);
  const [name = "", value = ""] = cookie.split("=");
  return openBrowser(server.url, { [name]: value });
};
const stored = () => force.db.select().from(preElectionPeriods);

test("an administrator sets a time before an election, and ends it", async () => {
  const administrator = await browserOf("administrator");
  expect(await (await administrator.get("/staff/settings")).text()).toContain(`href="${path}"`);
  expect(await (await administrator.get(path)).text()).toContain("None has been set");

  const early = await administrator.post(path, { ...typed, "endsOn.month": "2", pausesCycles: "" });
  const html = await early.text();
  expect(early.status).toBe(400);
  expect(html).toContain("Select whether votes and panels wait");
  expect(html).toContain('value="Election of the county council"');
  const turned = await administrator.post(path, { ...typed, "endsOn.month": "2" });
  expect(await turned.text()).toContain("Enter a last day that is on or after the first day");
  expect(await stored()).toEqual([]);

  expect(leadsTo(await administrator.post(path, typed))).toBe(`${path}?done=begin`);
  const again = await administrator.post(path, typed);
  expect([again.status, await again.text()]).toEqual([400, expect.stringContaining("end it first")]);
  const [period] = await stored();
  expect(period).toMatchObject({
    startsOn: `${nextYear}-03-27`,
    endsOn: `${nextYear}-05-06`,
    pausesCycles: true,
    endedAt: null,
  });
  expect(await (await administrator.get(path)).text()).toContain("Wait until it is over");

  const end = { intent: "end", period: period?.id ?? "" };
  expect(leadsTo(await administrator.post(path, end))).toBe(`${path}?done=end`);
  expect(await (await administrator.get(path)).text()).toContain("Ended on");
  const twice = await administrator.post(path, end);
  expect([twice.status, await twice.text()]).toEqual([400, expect.stringContaining("ended already")]);
});

test("nobody else does", async () => {
  const sergeant = await browserOf("sergeant");
  expect((await sergeant.get(path)).status).toBe(403);
  expect((await sergeant.post(path, typed)).status).toBe(403);
});
