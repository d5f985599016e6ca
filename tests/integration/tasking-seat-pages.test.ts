import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import * as schema from "#db/schema/index.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { cookieOf } from "#tests/support/people.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { leadsTo, openBrowser } from "./resident-browser.ts";
import { addBoard } from "./tasking-board.ts";
import { openTaskingDesk, type TaskingDesk } from "./tasking-desk.ts";
import { addPlan } from "./tasking-plan.ts";

const board = "J-33333";
const priority = "P-22222";
const lapsed = "Your joint work is closed for now";
let desk: TaskingDesk;
let server: ListeningServer;

beforeAll(async () => {
  await ensureBuilt();
  desk = await openTaskingDesk();
  server = await listenForTest(desk.db);
  await addBoard(desk, board);
  await desk.priority(priority, "n1");
  await addPlan(desk, priority, { isInvolved: false });
});
afterAll(async () => {
  await server.close();
  await desk.close();
});

const members = ["Chair", "Council officer", "Housing officer"];
const browserOf = async (name: string) => {
  const kind = members.includes(name) ? "member" : "staff";
  const [key = "", value = ""] = (await cookieOf(desk.db, { id: desk.id(name), kind })).split("=");
  return openBrowser(server.url, { [key]: value });
};
const page = async (name: string, path: string) => {
  const answer = await (await browserOf(name)).get(path);
  return { status: answer.status, html: await answer.text() };
};

describe.each(["Overseer", "Trainer"])("a seat of %s, whose role reads no joint work", (name) => {
  test("opens the meeting, from the first page on, and no other", async () => {
    expect((await page(name, paths.staff.home())).html).toContain(`href="${paths.partners.meetings()}"`);
    const list = await page(name, paths.partners.meetings());
    expect(list.html).toContain(paths.partners.meeting(board));
    expect(list.html).not.toContain(lapsed);
    const own = await page(name, paths.partners.meeting(board));
    expect(own.status).toBe(200);
    expect(own.html).toContain(`href="${paths.staff.home()}"`);
    expect((await page(name, paths.partners.calendarFile(board))).status).toBe(200);
    expect((await page(name, paths.partners.meeting("J-22222"))).status).toBe(404);
    expect((await page(name, paths.tasking.home())).status).toBe(403);
  });

  test("lets them say that they come", async () => {
    const answered = await (await browserOf(name)).post(paths.partners.meeting(board), { intent: "coming" });
    expect(leadsTo(answered)).toBe(paths.partners.meeting(board, "coming"));
  });
});

test("an officer has the page of their own action, and of no other", async () => {
  const own = await desk.action(301, { agency: "police", owner: "Trainer" });
  const other = await desk.action(302, { agency: "police" });
  expect((await page("Trainer", paths.tasking.action(own))).status).toBe(200);
  expect((await page("Trainer", paths.tasking.action(other))).status).toBe(404);
  await desk.db.delete(schema.taskingActions).where(eq(schema.taskingActions.ownerId, desk.id("Trainer")));
});

test("what a meeting gave to its officers opens from their notice, whatever their role, and leads to nothing shut", async () => {
  const given = await desk.action(1, { group: "BRD", agency: "police", priority });
  const other = await desk.action(2, { group: "BRD", agency: "police" });
  await desk.db.insert(schema.taskingCarried).values({ meetingId: desk.id(board), actionId: given });
  const opened = await page("Trainer", paths.tasking.action(given));
  expect(opened.status).toBe(200);
  expect(opened.html).toContain("Repair the lights of BRD-1");
  expect(opened.html).not.toContain(paths.tasking.group("BRD"));
  expect(opened.html).not.toContain(paths.staff.planActions(priority));
  expect((await page("Trainer", paths.tasking.action(other))).status).toBe(403);
  const trainer = await browserOf("Trainer");
  const withdraw = { intent: "withdraw", version: "1", words: "It is over." };
  expect((await trainer.post(paths.tasking.action(given), withdraw)).status).toBe(404);
  expect((await trainer.post(paths.tasking.action(other), withdraw)).status).toBe(403);
  await desk.db.delete(schema.taskingActions);
});

test("whoever chairs the board has its pages, and what it was told of", async () => {
  const late = addDays(desk.today, -40);
  const id = await desk.action(303, { task: "Secret of the group", dueOn: late });
  await desk.db
    .insert(schema.taskingEscalations)
    .values({ actionId: id, dueOn: late, rung: 4, at: desk.now });
  const chairs = (chairId: string | null) =>
    desk.db.update(schema.taskingGroups).set({ chairId }).where(eq(schema.taskingGroups.code, "BRD"));
  await chairs(desk.id("Overseer"));
  const home = await page("Overseer", paths.tasking.home());
  expect(home.status).toBe(200);
  expect(home.html).toContain("PA-303");
  expect(home.html).toContain("40 days late");
  expect(home.html).not.toContain("Secret");
  expect((await page("Overseer", paths.tasking.group("BRD"))).status).toBe(200);
  expect((await page("Overseer", paths.tasking.meeting(board))).status).toBe(200);
  expect((await page("Overseer", paths.tasking.group("PA"))).status).toBe(404);
  await chairs(null);
});

describe("a partner who chairs", () => {
  test("finds the pages they chair with, and nobody else does", async () => {
    expect((await page("Chair", paths.partners.home())).html).toContain(`href="${paths.tasking.home()}"`);
    const meeting = await page("Chair", paths.partners.meeting("J-22222"));
    expect(meeting.html).toContain("Chair and record this meeting");
    const home = await page("Chair", paths.tasking.home());
    expect(home.html).toContain(`href="${paths.partners.home()}"`);
    expect(home.html).not.toContain(`href="${paths.staff.home()}"`);
    const other = await page("Council officer", paths.partners.home());
    expect(other.html).not.toContain(paths.tasking.home());
    const theirs = await page("Council officer", paths.partners.meeting("J-22222"));
    expect(theirs.html).not.toContain("Chair and record this meeting");
  });

  test("is led to their own sign-in from the staff's, and on from it", async () => {
    const asked = await openBrowser(server.url).get(paths.staff.signIn(paths.tasking.group("PA")));
    expect(await asked.text()).toContain(
      paths.partners.signIn(paths.tasking.group("PA")).replaceAll("&", "&amp;"),
    );
  });

  test("seats officers of the area and members of agencies that share in it, and sees no others", async () => {
    const { html } = await page("Chair", paths.tasking.groupMembers("PA"));
    expect(html).toContain(desk.id("Second council officer"));
    expect(html).toContain(desk.id("Commander"));
    for (const name of ["Far officer", "Far sergeant"]) {
      expect(html, name).not.toContain(desk.id(name));
      const joined = await (
        await browserOf("Chair")
      ).post(paths.tasking.groupMembers("PA"), {
        intent: "join",
        accountId: desk.id(name),
        position: "Officer",
      });
      expect(joined.status, name).toBe(400);
    }
  });

  test("reads nothing restricted once the agreement lapsed: each page says so, with a heading and a way back", async () => {
    const restricted = [
      paths.staff.planActions(priority),
      paths.staff.priority(priority),
      paths.staff.priorities(),
      paths.tasking.home(),
      paths.tasking.actions(),
      paths.tasking.extract(),
      paths.tasking.extractDownload(""),
      paths.tasking.group("PA"),
      paths.tasking.meeting("J-22222"),
      paths.partners.meeting("J-22222"),
      paths.partners.minutes("J-22222"),
    ];
    for (const path of restricted.slice(0, 9)) expect((await page("Chair", path)).status, path).toBe(200);
    await desk.lapse();
    for (const path of restricted) {
      const { status, html } = await page("Chair", path);
      expect(status, path).toBe(404);
      if (path.includes(".csv")) continue;
      expect(html, path).toMatch(new RegExp(`<h1[^>]*>${lapsed}</h1>`));
      expect(html, path).toContain(`href="${paths.partners.home()}"`);
    }
    expect((await page("Inspector", paths.staff.planActions(priority))).status).toBe(200);
    await desk.renew();
  });
});

test("an officer who chairs one meeting, and reads no other joint work, is led to open and record it", async () => {
  const setMeeting = (change: Partial<typeof schema.taskingMeetings.$inferInsert>) =>
    desk.db.update(schema.taskingMeetings).set(change).where(eq(schema.taskingMeetings.reference, board));
  const [meeting, door, record] = [
    paths.tasking.meeting(board),
    paths.tasking.door(board),
    paths.tasking.record(board),
  ];
  await setMeeting({ chairId: desk.id("Trainer") });
  expect((await page("Trainer", paths.partners.meeting(board))).html).toContain(`href="${meeting}"`);
  expect((await page("Overseer", paths.partners.meeting(board))).html).not.toContain(`href="${meeting}"`);
  expect((await page("Overseer", door)).status).toBe(403);
  expect((await page("Trainer", meeting)).html).toContain(`href="${door}"`);
  expect((await page("Trainer", door)).html).toContain("Record who came");
  expect(leadsTo(await (await browserOf("Trainer")).post(meeting, { intent: "open" }))).toBe(record);
  expect((await page("Trainer", record)).html).toContain("Finish the minutes");
  await setMeeting({ chairId: null, state: "called" });
  expect((await page("Trainer", door)).status).toBe(403);
});

test("where one agreement of an agency lapsed and another holds, what it shuts says so, whether it is there or not", async () => {
  await desk.agreement("A-33333", ["police", "council"], { partnership: "P2" });
  const id = await desk.action(304);
  const ofOfficer = [
    paths.partners.asked(id),
    paths.partners.asked(desk.id("no such action")),
    paths.partners.meeting("J-22222"),
    paths.partners.meeting("J-77777"),
    paths.partners.minutes("J-22222"),
  ];
  expect((await page("Council officer", paths.partners.asked(id))).status).toBe(200);
  expect((await page("Council officer", paths.partners.meeting("J-77777"))).html).not.toContain(lapsed);
  await desk.lapse();
  const ofChair = [paths.tasking.home(), paths.tasking.group("PA"), paths.staff.planActions(priority)];
  for (const [name, visited] of [
    ["Council officer", ofOfficer],
    ["Chair", ofChair],
  ] as const)
    for (const path of visited) {
      const { status, html } = await page(name, path);
      expect(status, path).toBe(404);
      expect(html, path).toMatch(new RegExp(`<h1[^>]*>${lapsed}</h1>`));
      expect(html, path).toContain("A-22222");
      expect(html, path).not.toContain("A-33333");
    }
  await desk.renew();
  await desk.db
    .delete(schema.agreementParties)
    .where(eq(schema.agreementParties.agreementId, desk.id("A-33333")));
  await desk.db.delete(schema.taskingActions).where(eq(schema.taskingActions.id, id));
});

test("whoever is in the room and does not record sees what is recorded", async () => {
  const open = (state: "open" | "called") =>
    desk.db
      .update(schema.taskingMeetings)
      .set({ state })
      .where(eq(schema.taskingMeetings.reference, "J-22222"));
  await open("open");
  const { html } = await page("Constable", paths.tasking.meeting("J-22222"));
  expect(html).toContain("What is recorded");
  expect(html).toContain("Refresh the list");
  await open("called");
});
