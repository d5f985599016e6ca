import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "#app/domain/team/day.ts";
import * as schema from "#db/schema/index.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { addImpact } from "./impact-things.ts";
import { deskBrowser, htmlOf } from "./tasking-browser.ts";
import { openTaskingDesk, type TaskingDesk, type TaskingPerson } from "./tasking-desk.ts";

let desk: TaskingDesk;
let server: ListeningServer;
const hourMs = 3_600_000;

/** "Your work" of somebody, without the marks that part one text from the next. */
const home = async (name: TaskingPerson) =>
  (await htmlOf((await deskBrowser(server, desk, name)).get("/staff"))).replaceAll("<!-- -->", "");

beforeAll(async () => {
  await ensureBuilt();
  desk = await openTaskingDesk();
  server = await listenForTest(desk.db);
});
afterAll(async () => {
  await server.close();
  await desk.close();
});

test("whoever opens assessments sees those of their area that are to be reviewed within a day", async () => {
  const due = async (reference: string, place: string, hours: number) => {
    await addImpact(desk.db, desk.id(place), reference);
    await desk.db
      .update(schema.impactAssessments)
      .set({ reviewDueAt: new Date(Date.now() + hours * hourMs) })
      .where(eq(schema.impactAssessments.reference, reference));
  };
  const words = "Community impact to review within a day";
  expect(await home("Inspector")).not.toContain(words);
  await due("K-22222", "n1", -2);
  await due("K-33333", "n2", 20);
  await due("K-44444", "n2", 30);
  await due("K-99999", "n4", 2);
  expect(await home("Inspector")).toMatch(new RegExp(`href="/staff/impact">${words}: 2</a>.*>1 late<`));
  for (const name of ["Commander", "Sergeant", "Records"] as const)
    expect(await home(name), name).not.toContain(words);
});

test("joint actions of the police wait for who answers for them, not for who keeps the records", async () => {
  await desk.action(1, { agency: "police", dueOn: desk.today });
  const words = "Joint actions of the police, due within a week: 1";
  for (const name of ["Constable", "Analyst", "Chief officer"] as const)
    expect(await home(name), name).toContain(words);
  expect(await home("Records")).not.toContain("Joint actions of the police");
});

test("whoever keeps agreements sees how many are to be reviewed, and how many have lapsed", async () => {
  const words = "Agreements to review within 60 days";
  expect(await home("Records")).not.toContain(words);
  await desk.agreement("A-33333", ["police", "youth"], { reviewBy: addDays(desk.today, 60) });
  await desk.agreement("A-44444", ["police", "youth"], { reviewBy: addDays(desk.today, -1) });
  for (const name of ["Records", "Administrator"] as const)
    expect(await home(name), name).toMatch(new RegExp(`href="/staff/agreements">${words}: 2</a>.*>1 late<`));
  expect(await home("Inspector")).not.toContain(words);
});

test("whoever has a seat and no role of joint tasking comes to their meetings, past ones too", async () => {
  const words = "Your joint meetings, and their minutes";
  expect(await home("Adviser")).not.toContain(words);
  await desk.group("EB", { level: "board", isForce: true });
  const id = await desk.meeting("J-33333", {
    group: "EB",
    startsAt: new Date(Date.now() - 24 * hourMs),
    seats: [["Adviser", "police", "Member of the board"]],
  });
  expect(await home("Adviser")).toContain("Joint meetings that you are asked to: 1");
  await desk.db
    .update(schema.taskingAttendances)
    .set({ state: "present", declaredAt: desk.now })
    .where(eq(schema.taskingAttendances.meetingId, id));
  await desk.db
    .update(schema.taskingMeetings)
    .set({ state: "finished", finishedAt: desk.now })
    .where(eq(schema.taskingMeetings.id, id));
  expect(await home("Adviser")).toContain(words);
  expect(await home("Administrator")).not.toContain(words);
});
