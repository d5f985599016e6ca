import { afterAll, beforeAll, expect, test } from "vitest";
import { sendMessage } from "#app/services/thread/send-message.server.ts";
import { readContactCentre } from "#db/queries/contact-centre.ts";
import { threadHandOffs } from "#db/schema/index.ts";
import { addWaitingConcern } from "#tests/support/concerns.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { signedInAs } from "#tests/support/people.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { openPeopleTest, type PeopleTest } from "./people-force.ts";
import { leadsTo, openBrowser } from "./resident-browser.ts";

const urgent = "/staff/urgent";
const settings = "/staff/settings";
const secret = "XANTHIPPE";
const nobody = "Nobody is mailed";

let force: PeopleTest;
let server: ListeningServer;
beforeAll(async () => {
  await ensureBuilt();
  force = await openPeopleTest();
  server = await listenForTest(force.db);
  await force.account("Resident", { kind: "resident" });
});
afterAll(async () => {
  await server.close();
  await force.close();
});

const browserOf = async (role: "administrator" | "contact-centre") => {
  const { cookie } = await signedInAs(force.db, role);
  const [name = "", value = ""] = cookie.split("=");
  return openBrowser(server.url, { [name]: value });
};
const page = async (browser: Awaited<ReturnType<typeof browserOf>>, path: string) =>
  // React parts the pieces of a text by comments.
  (await (await browser.get(path)).text()).replaceAll("<!-- -->", "");

test("an administrator sets whom an alarm is mailed to, and is told while it is nobody", async () => {
  const administrator = await browserOf("administrator");
  const centre = await browserOf("contact-centre");
  expect(await page(administrator, settings)).toContain(nobody);
  expect(await page(centre, urgent)).toContain(nobody);

  const typed = { intent: "contact-centre", shown: "", email: "centre at force" };
  const refused = await administrator.post(settings, typed);
  const html = await refused.text();
  expect(refused.status).toBe(400);
  expect(html).toContain("Enter an email address in the correct format");
  expect(html).toContain('value="centre at force"');
  expect(html).toContain('href="#contact-centre-email"');

  const answer = await administrator.post(settings, { ...typed, email: "centre@force.example" });
  expect(leadsTo(answer)).toBe(`${settings}?done=contactCentreEmail`);
  expect(await readContactCentre(force.db)).toBe("centre@force.example");
  const set = await page(administrator, `${settings}?done=contactCentreEmail`);
  expect(set).toContain("address is changed");
  expect(set).toContain('value="centre@force.example"');
  expect(set).not.toContain(nobody);
  expect(await page(centre, urgent)).not.toContain(nobody);

  const stale = await administrator.post(settings, { ...typed, email: "other@force.example" });
  expect([stale.status, await stale.text()]).toEqual([400, expect.stringContaining("meanwhile")]);
  const emptied = await administrator.post(settings, { ...typed, shown: "centre@force.example", email: "" });
  expect(leadsTo(emptied)).toBe(`${settings}?done=contactCentreEmail`);
  expect(await page(administrator, settings)).toContain(nobody);
});

test("a figure is still set by its own form", async () => {
  const administrator = await browserOf("administrator");
  const wrong = await administrator.post(settings, { intent: "setting", name: "votingDays", shown: "17" });
  expect([wrong.status, await wrong.text()]).toEqual([400, expect.stringContaining("Enter a whole number")]);
  const right = { intent: "setting", name: "votingDays", shown: "17", value: "21" };
  expect(leadsTo(await administrator.post(settings, right))).toBe(`${settings}?done=votingDays`);
});

test("the contact centre sees first how much waits, and acknowledges a message", async () => {
  const centre = await browserOf("contact-centre");
  expect(await page(centre, "/staff")).toContain("Urgent items waiting: 0");
  const at = { db: force.db, now: new Date(), publicUrl: server.url };
  await sendMessage(at, await force.actor("Resident", "resident"), {
    neighbourhoodId: force.id("n1"),
    words: `he has a knife at ${secret}`,
  });
  await addWaitingConcern(force.db, force.id("n1"), { raisedAt: new Date(), isUrgent: true });

  const home = await page(centre, "/staff");
  expect(home).toContain("Urgent items waiting: 2");
  expect(home.indexOf("Urgent items waiting")).toBeLessThan(home.indexOf("Messages waiting"));
  expect(home).toContain(`href="${urgent}"`);

  const [handOff] = await force.db.select().from(threadHandOffs);
  const queue = await page(centre, urgent);
  expect(queue).toContain(`href="/staff/threads/${handOff?.threadId}"`);
  expect(queue).not.toContain(secret);

  const typed = { kind: "message", id: handOff?.id ?? "", forceReference: "a knife" };
  const refused = await centre.post(urgent, typed);
  const html = await refused.text();
  expect([refused.status, html.includes('value="a knife"')]).toEqual([400, true]);
  expect(html).toContain(`href="#hand-off-${handOff?.id}-forceReference"`);
  expect(leadsTo(await centre.post(urgent, { ...typed, forceReference: "26*512345" }))).toBe(
    `${urgent}?done=acknowledge`,
  );
  expect(await page(centre, "/staff")).toContain("Urgent items waiting: 1");
});

test("whoever does not answer it has no such count", async () => {
  expect(await page(await browserOf("administrator"), "/staff")).not.toContain("Urgent items waiting");
});
