import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { cookieOf } from "#tests/support/people.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { leadsTo, openBrowser, type TestBrowser } from "./resident-browser.ts";
import { openTaskingDesk, type TaskingDesk, type TaskingPerson } from "./tasking-desk.ts";
import { addPlan } from "./tasking-plan.ts";

const reference = "P-22222";
let desk: TaskingDesk;
let server: ListeningServer;
let council: TestBrowser;
let sergeant: TestBrowser;

const browserOf = async (name: TaskingPerson, kind: "member" | "staff") => {
  const cookie = await cookieOf(desk.db, { id: desk.id(name), kind });
  const [key = "", value = ""] = cookie.split("=");
  return openBrowser(server.url, { [key]: value });
};

beforeAll(async () => {
  await ensureBuilt();
  desk = await openTaskingDesk();
  server = await listenForTest(desk.db);
  council = await browserOf("Council officer", "member");
  sergeant = await browserOf("Sergeant", "staff");
  await desk.priority(reference, "n1", { title: "Dark corners of the rec" });
  await addPlan(desk, reference, { isInvolved: false });
});
afterAll(async () => {
  await server.close();
  await desk.close();
});

const html = async (response: Response | Promise<Response>) => (await response).text();

describe("the page of an action, for staff", () => {
  test("publishes the line, which stands on the priority's page and on the partner's", async () => {
    const id = await desk.action(51, {
      task: "Mend the gate",
      priority: reference,
      state: "done",
      result: "It closes again.",
      closedAt: desk.now,
      publicLine: "mended the gate of the rec",
      publicLineState: "proposed",
    });
    const page = paths.tasking.action(id);
    expect(await html(sergeant.get(page))).toContain("mended the gate of the rec");
    const publish = { version: "1", intent: "publish", publicLine: "mended the gate of the rec" };
    expect(leadsTo(await sergeant.post(page, publish))).toBe(paths.tasking.action(id, "publish"));
    const visitor = openBrowser(server.url);
    expect(await html(visitor.get(paths.priority(reference)))).toContain("mended the gate of the rec");
    expect(await html(council.get("/partners"))).toContain("mended the gate of the rec");
  });

  test("lists actions of the reader's area, narrows them, and gives them as a marked CSV that is no formula", async () => {
    await desk.action(61, { task: "=HYPERLINK(1)", agency: "housing" });
    await desk.action(1, { group: "PB", agency: "far council", task: "Of elsewhere" });
    const list = await html(sergeant.get(paths.tasking.actions("agency=housing")));
    expect(list).toContain("=HYPERLINK(1)");
    expect(list).not.toContain("Of elsewhere");
    const csv = await html(sergeant.get(paths.tasking.actionsDownload("agency=housing")));
    const [header = "", ...lines] = csv.trim().split("\r\n");
    expect(header).toMatch(/^"marking","action"/);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/^"OFFICIAL-SENSITIVE",/);
    expect(csv).toContain(`"'=HYPERLINK(1)"`);
    expect(await desk.auditOf("tasking.export")).toHaveLength(1);
  });

  test("of the police, due soon, and lines that wait are counted on the sergeant's own page", async () => {
    const counts = async () => {
      const page = (await html(sergeant.get("/staff"))).replaceAll("<!-- -->", "");
      return [/of the police, due within a week: (\d+)/, /joint actions to decide: (\d+)/].map((words) =>
        Number(words.exec(page)?.[1] ?? 0),
      );
    };
    const [due = 0, lines = 0] = await counts();
    await desk.action(64, { agency: "police", dueOn: addDays(desk.today, -2) });
    await desk.action(65, {
      priority: reference,
      state: "done",
      result: "Mended.",
      closedAt: desk.now,
      publicLine: "mended it",
      publicLineState: "proposed",
    });
    expect(await counts()).toEqual([due + 1, lines + 1]);
  });

  test("an officer takes one on with one tap", async () => {
    const id = await desk.action(66, { agency: "police", task: "Walk with the wardens" });
    const page = paths.tasking.action(id);
    expect(await html(sergeant.get(page))).toContain("I will do it");
    const taken = await sergeant.post(page, { intent: "take-on", version: "1" });
    expect(leadsTo(taken)).toBe(paths.tasking.action(id, "take-on"));
    expect(await html(sergeant.get(page))).not.toContain("I will do it");
    const list = await html(sergeant.get(paths.tasking.actions()));
    expect(list.indexOf("Yours")).toBeLessThan(list.indexOf("Walk with the wardens"));
    expect(list).toContain("Yours");
  });

  test("the plan shows them, and counts them", async () => {
    const id = await desk.action(71, { task: "Count the lights", priority: reference });
    const page = await html(sergeant.get(paths.staff.planActions(reference)));
    expect(page).toContain("Count the lights");
    expect(page).toContain(paths.tasking.action(id));
    expect(await html(sergeant.get(paths.staff.planSteps(reference)))).toContain(
      "Finish or drop the actions that are open",
    );
  });
});
