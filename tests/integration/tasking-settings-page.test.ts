import { afterAll, beforeAll, expect, test } from "vitest";
import { defaultEscalation } from "#app/domain/settings/escalation.ts";
import { readEscalation } from "#db/queries/escalation-setting.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { signedInAs } from "#tests/support/people.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { openPeopleTest, type PeopleTest } from "./people-force.ts";
import { leadsTo, openBrowser } from "./resident-browser.ts";

const path = "/staff/settings/tasking";

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

test("an administrator sets when each rung is told, and keeps what was typed wrong", async () => {
  const { cookie } = await signedInAs(force.db, "administrator");
  const [name = "", value = ""] = cookie.split("=");
  const browser = openBrowser(server.url, { [name]: value });
  expect(await (await browser.get("/staff/settings")).text()).toContain(`href="${path}"`);
  const page = await (await browser.get(path)).text();
  for (const days of [1, 7, 14, 28]) expect(page).toContain(`value="${days}"`);
  expect(page).toContain('name="shown" value="1-7-14-28"');

  const typed = { shown: "1-7-14-28", owner: "10", lead: "9", chair: "20", board: "0" };
  const turned = await browser.post(path, typed);
  const html = await turned.text();
  expect(turned.status).toBe(400);
  expect(html).toContain("Enter 10 or more: whoever does it is told first, or enter 0");
  expect(html).toContain('value="9"');
  const words = await browser.post(path, { ...typed, owner: "soon" });
  expect([words.status, await words.text()]).toEqual([
    400,
    expect.stringContaining("Enter a whole number of days from 0 to 365"),
  ]);
  expect(await readEscalation(force.db)).toEqual(defaultEscalation);

  expect(leadsTo(await browser.post(path, { ...typed, lead: "15" }))).toBe(`${path}?done=escalation`);
  expect(await readEscalation(force.db)).toEqual({ owner: 10, lead: 15, chair: 20, board: 0 });
  const stale = await browser.post(path, { ...typed, lead: "16" });
  expect([stale.status, await stale.text()]).toEqual([
    400,
    expect.stringContaining("Somebody changed these figures meanwhile"),
  ]);
});
