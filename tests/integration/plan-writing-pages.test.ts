import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Role } from "#app/domain/access.ts";
import { planFieldNames } from "#app/domain/plan/fields.ts";
import { allowances, planChanges, planFields, plans } from "#db/schema/index.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { signedInAs } from "#tests/support/people.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { addPanelThings } from "./panel-things.ts";
import { openPeopleTest, type PeopleTest } from "./people-force.ts";
import { leadsTo, openBrowser, type TestBrowser } from "./resident-browser.ts";

let force: PeopleTest;
let server: ListeningServer;
let sergeant: TestBrowser;
let constable: TestBrowser;

const plan = "/staff/priorities/P-22222/plan";
const restricted = "a heron in wellingtons";

const browserOf = async (role: Role, place = "n1") => {
  const area = { kind: "neighbourhood", id: force.id(place) } as const;
  const { cookie } = await signedInAs(force.db, role, { area });
  const [name = "", value = ""] = cookie.split("=");
  return openBrowser(server.url, { [name]: value });
};

beforeAll(async () => {
  await ensureBuilt();
  force = await openPeopleTest();
  await addPanelThings(force.db, force.id("n1"), new Date());
  server = await listenForTest(force.db);
  sergeant = await browserOf("sergeant");
  constable = await browserOf("constable");
});
afterAll(async () => {
  await server.close();
  await force.close();
});
beforeEach(async () => {
  const { db } = force;
  await db.delete(allowances);
  await db.delete(planFields);
  await db.delete(planChanges);
  await db.update(plans).set({ stage: "draft", closedAt: null });
});

/** Boxes of a form as a browser sends them: each with the version it was read at. */
const boxes = (written: Readonly<Record<string, string>>, version = 0) =>
  Object.fromEntries(
    Object.entries(written).flatMap(([name, value]) => [
      [`fields.${name}.value`, value],
      [`fields.${name}.version`, String(version)],
    ]),
  );
const stored = async (name: "what" | "where" | "targetDate") => {
  const [field] = await force.db.select().from(planFields).where(eq(planFields.name, name));
  return field === undefined ? null : { value: field.value, version: field.version };
};
const textOf = async (browser: TestBrowser, path: string) => (await browser.get(path)).text();

describe("a part sent without script", () => {
  test("is saved, and says who wrote it", async () => {
    const sent = await sergeant.post(`${plan}?part=scanning`, boxes({ what: "Bikes\r\nand noise" }));
    expect([sent.status, leadsTo(sent)]).toEqual([302, `${plan}?part=scanning&done=saved`]);
    expect(await stored("what")).toEqual({ value: "Bikes\nand noise", version: 1 });
    const page = await textOf(sergeant, `${plan}?part=scanning&done=saved`);
    expect(page).toContain("Saved.");
    expect(page).toMatch(/<textarea[^>]*name="fields\.what\.value"[^>]*>Bikes\nand noise<\/textarea>/);
    expect(page).toMatch(/The sergeant<!-- -->, |The sergeant, /);
    expect(page).toContain("Residents read this");
  });

  test("opens at the part of its stage, and at the one that is asked for", async () => {
    expect(await textOf(sergeant, plan)).toContain("fields.objective.value");
    const page = await textOf(sergeant, `${plan}?part=analysis`);
    expect(page).toContain("fields.handler.value");
    expect(page).toContain("Problem analysis triangle");
    expect(page).toContain("Fill in “What will be different”");
  });

  test("comes back with what is wrong at its box and all that was typed; the rest is saved", async () => {
    const sent = await sergeant.post(`${plan}?part=objective`, {
      ...boxes({ objective: "Ask Mr Hollis", measure: "Bikes", baseline: "many" }),
      "fields.targetDate.day": "31",
      "fields.targetDate.month": "2",
      "fields.targetDate.year": "2027",
      "fields.targetDate.version": "0",
    });
    expect(sent.status).toBe(400);
    const page = await sent.text();
    expect(page).toContain("<title>Error: ");
    expect(page).toContain('<a href="#field-objective">Take out the name “Mr Hollis”</a>');
    for (const words of ["Enter a number, like 24 or 3.5", "Enter a real date, like 31 3 2027"])
      expect(page).toContain(words);
    expect(page).toMatch(/<textarea[^>]*name="fields\.objective\.value"[^>]*>Ask Mr Hollis<\/textarea>/);
    expect(page).toMatch(/name="fields\.baseline\.value"[^>]*value="many"/);
    expect(page).toMatch(/name="fields\.targetDate\.month"[^>]*value="2"/);
    const [kept, ...others] = await force.db.select().from(planFields);
    expect([kept?.name, others]).toEqual(["measure", []]);
  });

  test("a date of three boxes is one day", async () => {
    await sergeant.post(`${plan}?part=objective`, {
      "fields.targetDate.day": "5",
      "fields.targetDate.month": "03",
      "fields.targetDate.year": "2027",
      "fields.targetDate.version": "0",
    });
    expect(await stored("targetDate")).toEqual({ value: "2027-03-05", version: 1 });
  });
});

describe("two who write at once", () => {
  const mine = (change: Readonly<Record<string, string>> = {}) =>
    sergeant.post(`${plan}?part=scanning`, { ...boxes({ what: "Noise", where: "The field" }), ...change });
  const theirs = () => constable.post(`${plan}?part=scanning`, boxes({ what: "Bikes" }));

  test("both texts are shown, and nothing is lost whichever is chosen", async () => {
    await theirs();
    const sent = await mine();
    expect(sent.status).toBe(400);
    const page = await sent.text();
    expect(page).toContain("Choose which text of “What happens” to keep");
    expect(page).toMatch(/<textarea[^>]*name="fields\.what\.value"[^>]*>Noise<\/textarea>/);
    expect(page).toMatch(/Theirs<\/h3>[\s\S]*The constable[\s\S]*Bikes[\s\S]*Yours<\/h3>[\s\S]*Noise/);
    expect(page).toMatch(/name="fields\.what\.over" value="1"/);
    expect(await stored("what")).toEqual({ value: "Bikes", version: 1 });
    expect(await stored("where")).toEqual({ value: "The field", version: 1 });
    // Pressing Save once more without a choice asks again.
    expect((await mine({ "fields.where.version": "1" })).status).toBe(400);
    await mine({ "fields.where.version": "1", "fields.what.over": "1", keep: "mine what" });
    expect(await stored("what")).toEqual({ value: "Noise", version: 2 });
  });

  test("theirs is kept by giving mine up", async () => {
    await theirs();
    const sent = await mine({ "fields.what.over": "1", keep: "theirs what" });
    expect(sent.status).toBe(302);
    expect(await stored("what")).toEqual({ value: "Bikes", version: 1 });
  });

  test("a box that nobody touched is in nobody’s way", async () => {
    await theirs();
    await constable.post(`${plan}?part=scanning`, boxes({ what: "Bikes at night" }, 1));
    const sent = await sergeant.post(`${plan}?part=scanning`, {
      ...boxes({ what: "Bikes" }, 1),
      ...boxes({ where: "The field" }),
    });
    expect(sent.status).toBe(302);
    expect(await stored("what")).toEqual({ value: "Bikes at night", version: 2 });
  });
});

describe("the fields for a page that is open", () => {
  const fields = `${plan}/fields`;

  test("are taken as one goes, each for itself", async () => {
    const sent = await sergeant.post(fields, boxes({ what: "Bikes", lessons: "Ask mary@example.org" }));
    expect(await sent.json()).toMatchObject({
      fields: expect.arrayContaining([
        expect.objectContaining({ name: "what", value: "Bikes", version: 1 }),
        expect.objectContaining({ name: "lessons", value: "", version: 0 }),
      ]) as unknown,
      problems: [{ name: "lessons" }],
      at: expect.stringMatching(/^\d\d:\d\d$/) as unknown,
    });
    expect(sent.headers.get("Cache-Control")).toBe("private, no-store");
  });

  test("are none for a page that knows them", async () => {
    await sergeant.post(fields, boxes({ what: "Bikes" }));
    const count = async (path: string) =>
      ((await (await constable.get(path)).json()) as { fields: unknown[] }).fields.length;
    expect([await count(`${fields}?known=1`), await count(`${fields}?known=0`)]).toEqual([
      0,
      planFieldNames.length,
    ]);
  });

  test("what makes no sense changes nothing", async () => {
    expect((await sergeant.post(fields, { "fields.nonsense.version": "1" })).status).toBe(400);
    expect((await sergeant.post(fields, { "fields.what.value": "Bikes" })).status).toBe(400);
    expect(await stored("what")).toBeNull();
  });
});

describe("whose it is", () => {
  test("a sergeant of another area has no such plan", async () => {
    const other = await browserOf("sergeant", "n4");
    for (const path of [plan, `${plan}/fields`, `${plan}/history`]) {
      expect((await other.get(path)).status, path).toBe(404);
      expect((await other.post(path, boxes({ what: "Bikes" }))).status, path).toBeOneOf([404, 405]);
    }
    expect(await stored("what")).toBeNull();
  });

  test.each(["analyst", "commander", "inspector"] as const)("a reader reads: %s", async (role) => {
    await sergeant.post(`${plan}?part=scanning`, boxes({ what: "Bikes" }));
    const reader = await browserOf(role);
    const page = await textOf(reader, `${plan}?part=scanning`);
    expect(page).toContain("Bikes");
    expect(page).not.toContain("<textarea");
    expect((await reader.post(`${plan}?part=scanning`, boxes({ what: "Noise" }, 1))).status).toBe(403);
    expect((await reader.post(`${plan}/fields`, boxes({ what: "Noise" }, 1))).status).toBe(403);
    expect(await stored("what")).toEqual({ value: "Bikes", version: 1 });
  });

  test("whoever is no member of staff gets the public layer alone, and no history", async () => {
    await sergeant.post(`${plan}/fields`, boxes({ what: "Bikes", offender: `Seen as ${restricted}` }));
    const chair = await browserOf("partnership-chair");
    for (const path of [`${plan}?part=whole`, `${plan}/fields`]) {
      const page = await textOf(chair, path);
      expect(page, path).toContain("Bikes");
      expect(page, path).not.toContain(restricted);
      expect(page, path).not.toContain("The sergeant");
    }
    expect(await textOf(chair, `${plan}/history?from=0`)).not.toContain("Bikes");
    expect(await textOf(sergeant, `${plan}?part=whole`)).toContain(restricted);
  });

  test("a closed plan is read, and keeps its words", async () => {
    await force.db.update(plans).set({ stage: "closed", closedAt: new Date() });
    expect(await textOf(sergeant, plan)).not.toContain("<textarea");
    const sent = await sergeant.post(`${plan}/fields`, boxes({ what: "Bikes" }));
    expect(await sent.json()).toMatchObject({ problems: [{ name: "what" }] });
    expect(await stored("what")).toBeNull();
  });

  test("the plan is a link on the priority’s page", async () => {
    expect(await textOf(sergeant, "/staff/priorities/P-22222")).toContain(`href="${plan}"`);
  });
});

describe("versions", () => {
  test("say who wrote what, and what differs between two of them", async () => {
    await sergeant.post(`${plan}/fields`, boxes({ what: "Bikes on the field", where: "The field" }));
    await constable.post(`${plan}/fields`, boxes({ what: "Loud bikes on the field" }, 1));
    const list = await textOf(sergeant, `${plan}/history`);
    expect(list).toMatch(/The constable<\/p>[\s\S]*The sergeant<\/p>/);
    expect(list).toContain("What happens; Where it happens");
    const [, address = ""] = /href="([^"]*history\?from=\d+&amp;to=\d+)"/.exec(list) ?? [];
    const compared = await textOf(sergeant, address.replaceAll("&amp;", "&"));
    expect(compared).toMatch(/<del>[\s\S]*Bikes[\s\S]*<\/del>/);
    expect(compared).toMatch(/<ins>[\s\S]*Loud[\s\S]*<\/ins>/);
    expect(compared.indexOf("<del>")).toBeLessThan(compared.indexOf("<ins>"));
    expect(compared).not.toContain("Where it happens</h3>");
    expect(await textOf(sergeant, `${plan}/history?from=0&to=`)).toContain("Where it happens</h3>");
  });

  test.each(["from=x&to=y", "from=9999999999&to=1", "below=0", "from=", "below=-1"])(
    "no address breaks them: %s",
    async (query) => {
      expect((await sergeant.get(`${plan}/history?${query}`)).status).toBe(200);
    },
  );
});
