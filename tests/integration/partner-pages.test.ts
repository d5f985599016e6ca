import { eq, gte } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { addDays } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { moveActionDay } from "#app/services/tasking/move-action-day.server.ts";
import * as schema from "#db/schema/index.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { cookieOf } from "#tests/support/people.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { leadsTo, openBrowser, type TestBrowser } from "./resident-browser.ts";
import { openTaskingDesk, type TaskingDesk, type TaskingPerson } from "./tasking-desk.ts";
import { actionNow, addPlan } from "./tasking-plan.ts";

const reference = "P-22222";
const hourMs = 3_600_000;
let desk: TaskingDesk;
let server: ListeningServer;
let council: TestBrowser;
let housing: TestBrowser;

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
  housing = await browserOf("Housing officer", "member");
  await desk.priority(reference, "n1", { title: "Dark corners of the rec" });
  // Not whole: finishing an action here moves no plan.
  await addPlan(desk, reference, { isInvolved: false });
});
afterEach(() => desk.renew());
afterAll(async () => {
  await server.close();
  await desk.close();
});

const html = async (response: Response | Promise<Response>) => (await response).text();
const fileOf = async (meeting: string) => {
  const answer = await council.get(paths.partners.calendarFile(meeting));
  return { status: answer.status, text: await answer.text() };
};
const versionOf = async (id: string) => String((await actionNow(desk, id)).version);
const order = (page: string, words: readonly string[]) => words.map((one) => page.indexOf(one));
const reads = async () => (await desk.auditOf("tasking.read")).length;

describe("the partner's page", () => {
  test("asks what is late first, then what waits for an answer, then the rest; of nobody else's", async () => {
    await desk.action(11, { task: "Later one", dueOn: addDays(desk.today, 40), state: "accepted" });
    await desk.action(12, { task: "Unanswered one" });
    await desk.action(13, { task: "Late one", dueOn: addDays(desk.today, -3), state: "in-progress" });
    await desk.action(14, { task: "Another agency’s", agency: "housing" });
    const before = await reads();
    const page = await html(council.get("/partners"));
    expect(page).toContain("OFFICIAL-SENSITIVE");
    const places = order(page, ["Late one", "Unanswered one", "Later one"]);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(page).toContain("3 days late");
    expect(page).toContain(paths.partners.meeting("J-22222"));
    expect(page).not.toContain("Another agency’s");
    expect(await reads()).toBe(before + 1);
  });

  test("an action of a plan is in the same list", async () => {
    await desk.db.insert(schema.planActions).values({
      planId: desk.id(`plan ${reference}`),
      number: 5,
      kind: "prevention",
      task: "Cut the hedge",
      agencyId: desk.id("council"),
      dueOn: addDays(desk.today, 3),
      changedAt: desk.now,
    });
    expect(await html(council.get("/partners"))).toContain("Cut the hedge");
    await desk.db.delete(schema.planActions).where(eq(schema.planActions.task, "Cut the hedge"));
  });

  test("accepted with one tap, declined with a reason, done with what residents read", async () => {
    const id = await desk.action(21, { task: "Repair the lights", priority: reference });
    const page = paths.partners.asked(id);
    const send = async (fields: Readonly<Record<string, string>>) =>
      council.post(page, { version: await versionOf(id), ...fields });
    expect(leadsTo(await send({ answer: "accepted" }))).toBe(paths.partners.home("accepted"));
    expect(await html(council.get(paths.partners.home("accepted")))).toContain("You have accepted it");
    const refused = await send({ answer: "done", words: "All six burn.", publicLine: "" });
    expect(refused.status).toBe(400);
    const again = await html(refused);
    expect(again).toContain("All six burn.");
    expect(again).toContain("Say what residents may read of it");
    const done = { answer: "done", words: "All six burn.", publicLine: "repaired the lights on the rec" };
    expect(leadsTo(await send(done))).toBe(paths.partners.home("done"));
    expect((await actionNow(desk, id)).state).toBe("done");

    const other = await desk.action(22, { task: "Paint the fence" });
    const decline = { version: "1", answer: "rejected", words: "" };
    expect((await council.post(paths.partners.asked(other), decline)).status).toBe(400);
    const said = { ...decline, words: "The fence is the landlord’s." };
    expect(leadsTo(await council.post(paths.partners.asked(other), said))).toBe(
      paths.partners.home("rejected"),
    );
  });

  test("says why it was moved, and by which agency but not by whom", async () => {
    const id = await desk.action(24, { task: "Cut back the trees" });
    const dueOn = addDays(desk.today, 30);
    const by = await desk.as("Sergeant");
    const moved = { dueOn, words: "Nesting ends in a month." };
    expect(await moveActionDay(desk.deps, by, { actionId: id, version: 1 }, moved)).toEqual({ ok: true });
    const page = await html(council.get(paths.partners.asked(id)));
    expect(page).toContain("Nesting ends in a month.");
    expect(page).toContain(`Moved to ${dayInWords(dueOn)}`);
    const [{ name } = { name: null }] = await desk.db
      .select({ name: schema.accounts.name })
      .from(schema.accounts)
      .where(eq(schema.accounts.id, desk.id("Sergeant")));
    expect(name).not.toBeNull();
    expect(page).not.toContain(name);
  });

  test("has more than a page of it behind a link to all", async () => {
    await desk.db.insert(schema.taskingActions).values(
      Array.from({ length: 60 }, (_, index) => ({
        groupId: desk.id("group PA"),
        number: 500 + index,
        kind: "housing" as const,
        task: `Of many ${index}.`,
        agencyId: desk.id("council"),
        position: "x",
        dueOn: addDays(desk.today, 200 + index),
        givenAt: desk.now,
        changedAt: desk.now,
      })),
    );
    const page = await html(council.get("/partners"));
    expect(page).not.toContain("Of many 59.");
    expect(page).toContain(paths.partners.allAsked());
    const all = await html(council.get(paths.partners.allAsked()));
    expect(all).toContain("Of many 59.");
    expect(all).not.toContain(paths.partners.allAsked());
    await desk.db.delete(schema.taskingActions).where(gte(schema.taskingActions.number, 500));
  });

  test("another agency has no such page and no such form", async () => {
    const id = await desk.action(31);
    expect((await housing.get(paths.partners.asked(id))).status).toBe(404);
    const accept = { version: "1", answer: "accepted" };
    expect((await housing.post(paths.partners.asked(id), accept)).status).toBe(404);
    expect((await council.get(paths.partners.asked("no-such-thing"))).status).toBe(404);
  });

  test("says plainly that the agreement has lapsed, on every page, and takes no form", async () => {
    const id = await desk.action(41, { task: "Secret of the group" });
    const [planAction] = await desk.db
      .insert(schema.planActions)
      .values({
        planId: desk.id(`plan ${reference}`),
        number: 7,
        kind: "prevention",
        task: "Secret of the plan",
        agencyId: desk.id("council"),
        dueOn: addDays(desk.today, 3),
        changedAt: desk.now,
      })
      .returning({ id: schema.planActions.id });
    const planPage = paths.partners.action(planAction?.id ?? "");
    expect(await html(council.get(planPage))).toContain("Secret of the plan");
    await desk.lapse();
    for (const path of ["/partners", paths.partners.history(), paths.partners.asked(id), planPage]) {
      const page = await html(council.get(path));
      expect(page, path).toContain("A-22222");
      expect(page, path).not.toContain("Secret");
    }
    const accept = { version: "1", answer: "accepted" };
    expect((await council.post(paths.partners.asked(id), accept)).status).toBe(404);
    const done = { version: "1", state: "done", words: "It is done." };
    expect((await council.post(planPage, done)).status).toBe(404);
    await desk.renew();
    expect(await html(council.get(planPage))).toContain("Secret of the plan");
  });

  test("has a calendar file that says in words which of two agreements lapsed, whether it is there or not", async () => {
    await desk.agreement("A-33333", ["police", "council"], { partnership: "P2" });
    const files = () => Promise.all(["J-22222", "J-99999"].map(fileOf));
    expect((await files()).map(({ status }) => status)).toEqual([200, 404]);
    await desk.lapse();
    for (const { status, text } of await files()) {
      expect(status).toBe(404);
      expect(text).toContain("A-22222");
    }
    await desk.lapse("A-33333");
    await desk.renew();
  });
});

describe("what an agency has finished", () => {
  test("is read thirty at a time, each once, and by year", async () => {
    const closed = Array.from({ length: 65 }, (_, index) => ({
      groupId: desk.id("group PA"),
      number: 1_000 + index,
      kind: "housing" as const,
      task: `Finished ${index}.`,
      agencyId: desk.id("housing"),
      position: "Tenancy officer",
      dueOn: desk.today,
      state: "done" as const,
      result: "Done.",
      // Several at one moment, so that the id decides.
      closedAt: new Date(desk.now.getTime() - Math.floor(index / 4) * hourMs),
      publicLineState: "withheld" as const,
      withheldReason: "It serves none.",
      givenAt: desk.now,
      changedAt: desk.now,
    }));
    await desk.db.insert(schema.taskingActions).values(closed);
    const seen: string[] = [];
    let path: string | null = paths.partners.history();
    for (let pages = 0; path !== null && pages < 5; pages += 1) {
      const page: string = await html(housing.get(path));
      seen.push(...(page.match(/Finished \d+\./g) ?? []));
      path =
        /href="(\/partners\/history\?[^"]*after=[^"]*)"/.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? null;
    }
    const once = new Set(seen);
    expect(once.size).toBe(65);
    const lastYear = Number(desk.today.slice(0, 4)) - 1;
    expect(await html(housing.get(paths.partners.history(`year=${lastYear}&after=x`)))).toContain("Finished");
    expect(await html(council.get(paths.partners.history()))).not.toContain("Finished 1.");
  });
});
