import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { partsOfDay } from "#app/domain/account/day-parts.ts";
import { addDays, yearAfter, type Day } from "#app/domain/team/day.ts";
import { agencyKeys, agreementParties, agreements } from "#db/schema/index.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { cookieOf } from "#tests/support/people.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { leadsTo, openBrowser, type TestBrowser } from "./resident-browser.ts";
import { openTaskingDesk, type TaskingDesk, type TaskingPerson } from "./tasking-desk.ts";

let desk: TaskingDesk;
let server: ListeningServer;
let records: TestBrowser;
let administrator: TestBrowser;

const browserOf = async (name: TaskingPerson) => {
  const cookie = await cookieOf(desk.db, { id: desk.id(name), kind: "staff" });
  const [key = "", value = ""] = cookie.split("=");
  return openBrowser(server.url, { [key]: value });
};

beforeAll(async () => {
  await ensureBuilt();
  desk = await openTaskingDesk();
  server = await listenForTest(desk.db);
  records = await browserOf("Records");
  administrator = await browserOf("Administrator");
});
afterAll(async () => {
  await server.close();
  await desk.close();
});

const html = async (response: Response | Promise<Response>) => (await response).text();
/** Nothing has changed since the page that this is posted from. */
const versionOf = async (reference: string) => {
  const [row] = await desk.db.select().from(agreements).where(eq(agreements.reference, reference));
  return String(row?.version);
};
const dateFields = (name: string, day: Day): [string, string][] =>
  Object.entries(partsOfDay(day)).map(([part, value]) => [`${name}.${part}`, value ?? ""]);

const typed: readonly (readonly [string, string])[] = [
  ["title", "Joint tasking in the north"],
  ["purpose", "To prevent crime and disorder together."],
  ["gateway", "crime-and-disorder-115"],
  ["dataItems", "Problems\nPlaces"],
  ["security", "Read on this platform, by named people."],
  ["retention", "As the schedule of the platform says."],
  ["dpia", "DPIA-2026-14"],
];
const formOf = (...fields: readonly (readonly [string, string])[]): FormData => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
};
const partiesOf = (...names: string[]) => names.map((name) => ["parties", desk.id(name)] as const);

describe("the register of agreements", () => {
  test("a draft with something wrong comes back whole; then it is drafted, signed and in force", async () => {
    const refused = await records.send(
      "/staff/agreements/new",
      formOf(...typed.filter(([name]) => name !== "dpia"), ...partiesOf("youth")),
    );
    expect(refused.status).toBe(400);
    const again = await html(refused);
    for (const words of [
      "Enter the reference of its data protection impact assessment",
      "Choose at least two agencies, one of them the police",
      "Joint tasking in the north",
      "As the schedule of the platform says.",
    ])
      expect(again).toContain(words);
    expect(again).toMatch(/<title>Error: /);
    expect(again).toMatch(new RegExp(`checked=""[^>]*value="${desk.id("youth")}"`));

    const drafted = leadsTo(
      await records.send("/staff/agreements/new", formOf(...typed, ...partiesOf("police", "youth"))),
    );
    expect(drafted).toMatch(/^\/staff\/agreements\/A-[2-9B-Y]{5}\?done=draft$/);
    const path = drafted?.replace("?done=draft", "") ?? "";
    const reference = path.slice(-7);
    const page = await html(records.get(drafted ?? ""));
    for (const words of ["OFFICIAL", "The police have not signed", "No partner has signed", "Not signed"])
      expect(page).toContain(words);

    for (const [agency, signatory] of [
      ["police", "Ann Bell"],
      ["youth", "Sam Okafor"],
    ] as const) {
      const signed = await records.send(
        path,
        formOf(
          ["intent", "sign-party"],
          ["version", await versionOf(reference)],
          ["agency", desk.id(agency)],
          ["signatory", signatory],
          ["position", "Director"],
          ...dateFields("signedOn", desk.today),
        ),
      );
      expect(leadsTo(signed)).toBe(`${path}?done=sign-party`);
    }
    const sign = async (reviewBy: Day) =>
      records.send(
        path,
        formOf(
          ["intent", "sign"],
          ["version", await versionOf(reference)],
          ...dateFields("startsOn", desk.today),
          ...dateFields("reviewBy", reviewBy),
        ),
      );
    const tooLong = await sign(addDays(yearAfter(desk.today), 1));
    expect(tooLong.status).toBe(400);
    expect(await html(tooLong)).toContain("an agreement is reviewed within 12 months");
    expect(leadsTo(await sign(yearAfter(desk.today)))).toBe(`${path}?done=sign`);
    const inForce = await html(records.get(path));
    for (const words of ["Sam Okafor, Director", "Group PA", "Group PB", "Review the agreement"])
      expect(inForce).toContain(words);
    expect(inForce).toContain("Drafted an information-sharing agreement");
  });

  test("the list says what is late first; a review renews it", async () => {
    await desk.lapse();
    const list = await html(administrator.get("/staff/agreements"));
    expect(list.indexOf("A-22222")).toBeGreaterThan(0);
    expect(list.indexOf("A-22222")).toBeLessThan(list.indexOf("Joint tasking in the north"));
    expect(list).toContain("Lapsed");
    const change = "/staff/agreements/A-22222/change";
    expect(await html(administrator.get(change))).toContain("Who agreed to go on?");
    const reviewed = await administrator.send(
      change,
      formOf(
        ["intent", "review"],
        ["version", await versionOf("A-22222")],
        ...typed,
        ...partiesOf("police", "council", "housing"),
        ["agreed", desk.id("police")],
        ["agreed", desk.id("council")],
        ...dateFields("reviewBy", addDays(desk.today, 100)),
      ),
    );
    expect(leadsTo(reviewed)).toBe("/staff/agreements/A-22222?done=review");
    const unsigned = await desk.db
      .select()
      .from(agreementParties)
      .where(eq(agreementParties.agencyId, desk.id("housing")));
    expect(unsigned).toMatchObject([{ signedOn: null }]);
  });

  test("a partner leaves, and the whole is terminated with a reason; nothing is left to change", async () => {
    const path = "/staff/agreements/A-22222";
    const send = async (...fields: [string, string][]) =>
      administrator.send(path, formOf(...fields, ["version", await versionOf("A-22222")]));
    expect(leadsTo(await send(["intent", "leave"], ["agency", desk.id("council")]))).toBe(
      `${path}?done=leave`,
    );
    const refused = await send(["intent", "terminate"], ["reason", ""]);
    expect(refused.status).toBe(400);
    expect(await html(refused)).toContain("Say why it ends");
    expect(leadsTo(await send(["intent", "terminate"], ["reason", "Dissolved."]))).toBe(
      `${path}?done=terminate`,
    );
    const page = await html(administrator.get(path));
    expect(page).toContain("Dissolved.");
    expect(page).not.toContain("<textarea");
    expect((await administrator.get(`${path}/change`)).status).toBe(404);
  });

  test("is not there for others, and an agreement that is none is not found", async () => {
    const inspector = await browserOf("Inspector");
    expect((await inspector.get("/staff/agreements")).status).toBe(403);
    expect((await records.get("/staff/agreements/A-99999")).status).toBe(404);
    expect((await records.get("/staff/agreements/A-99999/change")).status).toBe(404);
  });
});

describe("an agency", () => {
  test("has a lead", async () => {
    const named = await administrator.post("/staff/agencies/council", {
      intent: "name-lead",
      lead: desk.id("Council officer"),
    });
    expect(leadsTo(named)).toBe("/staff/agencies/council?done=name-lead");
    expect(await html(administrator.get("/staff/agencies/council"))).toMatch(
      new RegExp(`<option[^>]*value="${desk.id("Council officer")}"[^>]*selected`),
    );
  });

  test("has a key, which one answer shows and no page after it", async () => {
    const path = "/staff/agencies/council/keys";
    const fields = (name: string) =>
      formOf(["intent", "make"], ["name", name], ...dateFields("endsOn", addDays(desk.today, 90)));
    const refused = await administrator.send(path, fields(" "));
    expect(refused.status).toBe(400);
    expect(await html(refused)).toContain("Say what the key is for");
    const made = await administrator.send(path, fields("Case management"));
    expect(made.headers.get("Cache-Control")).toBe("private, no-store");
    const [key = ""] = /sn_[\w-]{43}/.exec(await html(made)) ?? [];
    expect(key).not.toBe("");
    // Sent again, as a reload does.
    expect((await administrator.send(path, fields("Case management"))).status).toBe(400);
    const page = await html(administrator.get(path));
    expect(page).toContain("Case management");
    expect(page).toContain("Never");
    expect(page).not.toContain(key);
    const [kept] = await desk.db.select().from(agencyKeys);
    const ended = await administrator.post(path, { intent: "end", key: kept?.id ?? "" });
    expect(leadsTo(ended)).toBe(`${path}?done=end`);
    expect(await html(administrator.get(path))).toContain("Ended");
  });

  test("that is the police has none", async () => {
    expect((await administrator.get("/staff/agencies/police/keys")).status).toBe(404);
    expect(await html(administrator.get("/staff/agencies/police"))).not.toContain("/keys");
  });
});
