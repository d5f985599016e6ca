import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { partsOfDay } from "#app/domain/account/day-parts.ts";
import { impactWordsOf } from "#app/domain/impact/assessment.ts";
import { addDays } from "#app/domain/team/day.ts";
import * as schema from "#db/schema/index.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { addImpact, openingOf } from "./impact-things.ts";
import { leadsTo, openBrowser, type TestBrowser } from "./resident-browser.ts";
import { deskBrowser, formOf, htmlOf, type FormField } from "./tasking-browser.ts";
import { openTaskingDesk, type TaskingDesk, type TaskingPerson } from "./tasking-desk.ts";

let desk: TaskingDesk;
let server: ListeningServer;
let inspector: TestBrowser;

const browserOf = (name: TaskingPerson) => deskBrowser(server, desk, name);

beforeAll(async () => {
  await ensureBuilt();
  desk = await openTaskingDesk();
  server = await listenForTest(desk.db);
  inspector = await browserOf("Inspector");
  // Nobody's but the far section's.
  await addImpact(desk.db, desk.id("n4"), "K-99999");
});
afterAll(async () => {
  await server.close();
  await desk.close();
});

const words = impactWordsOf(openingOf([]));
/** The form as it is filled in, but for what a test leaves out or says otherwise. */
const opening = (changed: Readonly<Record<string, string>> = {}, places = ["n1", "n2"]) =>
  formOf(
    ...Object.entries({
      trigger: "incident",
      isProportionate: "yes",
      tension: "high",
      reviewHours: "",
      priority: "",
      meeting: "",
      ...words,
      ...changed,
    }),
    ...places.map((name): FormField => ["neighbourhoodIds", desk.id(name)]),
  );

/** An assessment that was opened by the form; its address. */
async function open(): Promise<string> {
  const opened = leadsTo(await inspector.send("/staff/impact/new", opening()));
  expect(opened).toMatch(/^\/staff\/impact\/K-\w{5}\?done=opened$/);
  return opened?.replace("?done=opened", "") ?? "";
}

describe("opening an assessment", () => {
  test("a form with something wrong comes back whole, and opens nothing", async () => {
    const before = await desk.db.$count(schema.impactAssessments);
    const refused = await inspector.send(
      "/staff/impact/new",
      opening({ what: "", potential: "It was raised at MARAC.", meeting: "J-99999", reviewHours: "90" }),
    );
    expect(refused.status).toBe(400);
    const html = await htmlOf(refused);
    expect(html).toMatch(/<title>Error: /);
    for (const said of [
      "Say what happened or is planned",
      words.communities,
      "It was raised at MARAC.",
      "J-99999",
      "from 1 to 24",
    ])
      expect(html).toContain(said);
    expect(html).toMatch(new RegExp(`checked=""[^>]*value="${desk.id("n2")}"`));
    expect(await desk.db.$count(schema.impactAssessments)).toBe(before);
  });

  test("a neighbourhood of another area is refused at its field", async () => {
    const refused = await inspector.send("/staff/impact/new", opening({}, ["n1", "n4"]));
    expect(refused.status).toBe(400);
    expect(await htmlOf(refused)).toContain("Choose only neighbourhoods of your own area");
  });

  test("it stands open on a marked page of its own and in the list", async () => {
    const path = await open();
    const html = await htmlOf(inspector.get(`${path}?done=opened`));
    for (const said of ["OFFICIAL-SENSITIVE", "The assessment is open.", words.what, words.potential])
      expect(html).toContain(said);
    const list = await htmlOf(inspector.get("/staff/impact"));
    expect(list).toContain("OFFICIAL-SENSITIVE");
    expect(list).toContain(path);
    expect(list).not.toContain(words.what);
    expect(list).not.toContain("K-99999");
  });
});

test("a priority leads to the assessments of it, and to a new one; only whoever reads them", async () => {
  await desk.priority("P-22222", "n1");
  const priority = "/staff/priorities/P-22222";
  const wanted = "/staff/impact/new?priority=P-22222";
  expect(await htmlOf(inspector.get(priority))).toContain(`href="${wanted}"`);
  expect(await htmlOf(inspector.get(wanted))).toMatch(/name="priority"[^>]*value="P-22222"/);
  const opened = leadsTo(await inspector.send("/staff/impact/new", opening({ priority: "P-22222" })));
  const path = opened?.replace("?done=opened", "") ?? "";
  expect(path).toMatch(/^\/staff\/impact\/K-\w{5}$/);
  expect(await htmlOf(inspector.get(priority))).toContain(`href="${path}"`);
  expect(await htmlOf((await browserOf("Sergeant")).get(priority))).not.toContain("/staff/impact/");
});

describe("the page of an assessment", () => {
  test("takes a change as it was read; what somebody else changed meanwhile is not lost, nor what was typed", async () => {
    const path = await open();
    const send = (moodNow: string) => {
      const form = opening({ moodNow, version: "1" });
      return inspector.send(`${path}/change`, form);
    };
    const empty = await send("");
    expect(empty.status).toBe(400);
    expect(await htmlOf(empty)).toContain("Say how people feel now");
    expect(leadsTo(await send("Calmer than on Monday."))).toBe(`${path}?done=changed`);
    const late = await send("Angrier than on Monday.");
    expect(late.status).toBe(400);
    const html = await htmlOf(late);
    expect(html).toContain("Somebody else has changed this assessment");
    expect(html).toContain("Angrier than on Monday.");
    expect(await htmlOf(inspector.get(path))).toContain("Calmer than on Monday.");
  });

  test("adds an action once, however often its button was pressed; finishes it; is reviewed and closed", async () => {
    const path = await open();
    const act = (intent: string, ...fields: FormField[]) =>
      inspector.send(path, formOf(["intent", intent], ...fields));
    const action = (task: string) =>
      act(
        "add-action",
        ["task", task],
        ["position", "Sergeant of the team"],
        ...Object.entries(partsOfDay(addDays(desk.today, 3))).map(([part, value]): FormField => [
          `dueOn.${part}`,
          value ?? "",
        ]),
      );
    const refused = await action("Ring them on 07700 900123.");
    expect(refused.status).toBe(400);
    expect(await htmlOf(refused)).toContain("Ring them on 07700 900123.");
    for (const press of ["first", "second"])
      expect(leadsTo(await action("Meet the committee.")), press).toBe(`${path}?done=add-action`);
    const [row, another] = await desk.db.select().from(schema.impactActions);
    expect(another).toBeUndefined();

    const early = await act("close", ["version", "1"], ["closingWords", "It passed."]);
    expect(early.status).toBe(400);
    const html = await htmlOf(early);
    expect(html).toContain("Review it before you close it");
    expect(html).toContain("It passed.");
    const done = await act("finish-action", ["id", row?.id ?? ""], ["result", "They were met."]);
    expect(leadsTo(done)).toBe(`${path}?done=finish-action`);
    const reviewed = await act("review", ["version", "1"], ["tension", "low"], ["words", "It is calm."]);
    expect(leadsTo(reviewed)).toBe(`${path}?done=review`);
    const closed = await act("close", ["version", "2"], ["closingWords", "It passed."]);
    expect(leadsTo(closed)).toBe(`${path}?done=close`);
    expect(await htmlOf(inspector.get(path))).not.toContain("<textarea");
    expect((await inspector.get(`${path}/change`)).status).toBe(403);
    expect(await htmlOf(inspector.get("/staff/impact?which=closed"))).toContain(path);
  });
});

describe("who it is for", () => {
  test("of another area it is not there, to read or to send a form to", async () => {
    for (const path of ["/staff/impact/K-99999", "/staff/impact/K-99999/change", "/staff/impact/K-22222"]) {
      expect((await inspector.get(path)).status, path).toBe(404);
      expect((await inspector.send(path, opening({ version: "1" }))).status, path).toBe(404);
    }
    expect((await (await browserOf("Chief officer")).get("/staff/impact/K-99999")).status).toBe(200);
  });

  test.each(["Sergeant", "Analyst", "Adviser", "Council officer", "Chair"] as const)(
    "%s: no page, whether it is there or not",
    async (name) => {
      const path = await open();
      const browser = await browserOf(name);
      for (const one of [
        path,
        `${path}/change`,
        "/staff/impact",
        "/staff/impact/new",
        "/staff/impact/K-22222",
      ])
        expect((await browser.get(one)).status, one).toBe(403);
      expect((await browser.send("/staff/impact/new", opening())).status).toBe(403);
      expect((await browser.send(path, formOf(["intent", "close"]))).status).toBe(403);
    },
  );

  test("the commander reads, and writes nothing", async () => {
    const path = await open();
    const commander = await browserOf("Commander");
    const html = await htmlOf(commander.get(path));
    expect(html).toContain(words.what);
    expect(html).not.toContain("<textarea");
    for (const one of ["/staff/impact/new", `${path}/change`])
      expect((await commander.get(one)).status, one).toBe(403);
    expect((await commander.send(path, formOf(["intent", "close"]))).status).toBe(403);
  });

  test("a visitor is asked who they are", async () => {
    expect(leadsTo(await openBrowser(server.url).get("/staff/impact"))).toContain("/staff/sign-in?next=");
  });
});
