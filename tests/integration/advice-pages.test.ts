import { randomUUID } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import * as schema from "#db/schema/index.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { signedInAs } from "#tests/support/people.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { addImpact } from "./impact-things.ts";
import { leadsTo, openBrowser, type TestBrowser } from "./resident-browser.ts";
import { deskBrowser, formOf, htmlOf } from "./tasking-browser.ts";
import { openTaskingDesk, type TaskingDesk, type TaskingPerson } from "./tasking-desk.ts";

let desk: TaskingDesk;
let server: ListeningServer;
let inspector: TestBrowser;
let adviser: TestBrowser;
let reference: string;
/** The address of the question. */
let path: string;

const browserOf = (name: TaskingPerson) => deskBrowser(server, desk, name);
const question = "How will worshippers take more patrols?";
const who = "IAG member for faith communities";

beforeAll(async () => {
  await ensureBuilt();
  desk = await openTaskingDesk();
  server = await listenForTest(desk.db);
  inspector = await browserOf("Inspector");
  adviser = await browserOf("Adviser");
});
afterAll(async () => {
  await server.close();
  await desk.close();
});
beforeEach(async () => {
  await desk.db.delete(schema.impactAssessments);
  reference = await addImpact(desk.db, desk.id("n1"), "K-33333");
  await desk.db.update(schema.impactAssessments).set({ what: "A fire at the community centre." });
  expect(leadsTo(await ask(question))).toBe(`/staff/impact/${reference}?done=consult`);
  const [asked] = await desk.db.select().from(schema.impactConsultations);
  path = `/partners/advice/${asked?.id ?? ""}`;
});

const ask = (words: string) =>
  inspector.send(
    `/staff/impact/${reference}`,
    formOf(
      ["intent", "consult"],
      ["kind", "iag"],
      ["who", who],
      ["adviserId", desk.id("Adviser")],
      ["question", words],
    ),
  );
const answer = (advice: string, browser = adviser) => browser.post(path, { advice });

describe("asking", () => {
  test("with something wrong keeps what was typed", async () => {
    const refused = await ask("");
    expect(refused.status).toBe(400);
    const html = await htmlOf(refused);
    expect(html).toContain(who);
    expect(html).toMatch(new RegExp(`<option[^>]*value="${desk.id("Adviser")}"[^>]*selected`));
  });

  test("twice the same asks once", async () => {
    expect(leadsTo(await ask(question))).toBe(`/staff/impact/${reference}?done=consult`);
    expect(await desk.db.$count(schema.impactConsultations)).toBe(1);
  });
});

describe("the adviser", () => {
  test("sees the question and the neighbourhood, nothing else of the assessment", async () => {
    const html = await htmlOf(adviser.get(path));
    for (const said of ["OFFICIAL-SENSITIVE", question]) expect(html).toContain(said);
    expect(html).toMatch(/>\s*n1\s*</);
    for (const kept of ["community centre", "Words.", reference, who]) expect(html).not.toContain(kept);
    expect((await adviser.get(`/staff/impact/${reference}`)).status).toBe(403);
    const [read] = await desk.db
      .select()
      .from(schema.auditEvents)
      .where(eq(schema.auditEvents.action, "impact.read"))
      .orderBy(desc(schema.auditEvents.number))
      .limit(1);
    expect(read).toMatchObject({ actorId: desk.id("Adviser"), details: { page: "advice" } });
  });

  test("answers once; bad words come back as they were typed", async () => {
    const empty = await answer(" ");
    expect(empty.status).toBe(400);
    expect(await htmlOf(empty)).toContain("Enter your advice");
    const refused = await answer("Ring them on 07700 900123.");
    expect(refused.status).toBe(400);
    expect(await htmlOf(refused)).toContain("Ring them on 07700 900123.");
    const advice = "They will welcome it if they are told why.";
    expect(leadsTo(await answer(advice))).toBe("/staff?done=advice");
    const again = await answer("Something else.");
    expect(again.status).toBe(400);
    expect(await htmlOf(again)).toContain("You have given your advice already");
    const html = await htmlOf(adviser.get(path));
    expect(html).toContain(advice);
    expect(html).not.toContain("<textarea");
    expect(await htmlOf(inspector.get(`/staff/impact/${reference}`))).toContain(advice);
  });

  test("is told that a closed assessment needs no advice", async () => {
    await desk.db
      .update(schema.impactAssessments)
      .set({ closedAt: desk.now, closingWords: "It is over.", reviewDueAt: null });
    const html = await htmlOf(adviser.get(path));
    expect(html).toContain("Your advice is not needed any more");
    expect(html).not.toContain("It is over.");
    expect((await answer("Mine.")).status).toBe(400);
  });
});

describe("anybody else", () => {
  test("who advises too finds no question that was put to another, nor one that is none", async () => {
    const { cookie } = await signedInAs(desk.db, "iag-adviser");
    const [key = "", value = ""] = cookie.split("=");
    const another = openBrowser(server.url, { [key]: value });
    expect((await another.get(path)).status).toBe(404);
    expect((await answer("Mine.", another)).status).toBe(404);
    for (const id of [randomUUID(), "none"])
      expect((await adviser.get(`/partners/advice/${id}`)).status).toBe(404);
  });

  test.each(["Inspector", "Chief officer", "Analyst", "Council officer"] as const)(
    "%s has no such page",
    async (name) => {
      const browser = await browserOf(name);
      expect((await browser.get(path)).status).toBe(403);
      expect((await answer("Mine.", browser)).status).toBe(403);
    },
  );
});
