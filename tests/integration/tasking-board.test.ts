import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { can } from "#app/domain/actor.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { findTaskingMeeting } from "#db/queries/tasking-meeting.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { openTaskingDesk, type TaskingDesk } from "./tasking-desk.ts";

let desk: TaskingDesk;
const dayMs = 86_400_000;

beforeAll(async () => {
  desk = await openTaskingDesk();
  for (const name of ["Overseer", "Another overseer"]) {
    await desk.account(name);
    await desk.appoint(name, "oversight");
  }
  await desk.db.insert(schema.taskingGroups).values({
    id: desk.id("BRD"),
    code: "BRD",
    name: "External board",
    level: "board",
    isForce: true,
    madeAt: desk.now,
  });
  await desk.db.insert(schema.taskingMeetings).values({
    id: desk.id("J-33333"),
    reference: "J-33333",
    groupId: desk.id("BRD"),
    number: 1,
    startsAt: new Date(desk.now.getTime() + dayMs),
    endsAt: new Date(desk.now.getTime() + 2 * dayMs),
    place: "Headquarters",
    calledAt: desk.now,
    changedAt: desk.now,
  });
  await desk.db.insert(schema.taskingAttendances).values({
    meetingId: desk.id("J-33333"),
    accountId: desk.id("Overseer"),
    agencyId: desk.id("police"),
    position: "Member of the oversight body",
    invitedAt: desk.now,
  });
});
afterAll(() => desk.close());

/** What of the two meetings somebody reads by the application's scope, and by row-level security alone. */
async function meetingsOf(name: string) {
  const actor = await desk.actor(name);
  return withActor(desk.db, actor, async (tx) => {
    const reader = taskingReaderOf(actor);
    const found: string[] = [];
    for (const reference of ["J-22222", "J-33333"])
      if ((await findTaskingMeeting(tx, reader, reference, desk.today)) !== null) found.push(reference);
    const rows = await tx
      .select({ reference: schema.taskingMeetings.reference })
      .from(schema.taskingMeetings);
    return { found, rows: rows.map(({ reference }) => reference).sort() };
  });
}

test.each([
  ["Overseer", ["J-33333"]],
  ["Another overseer", []],
  ["Inspector", ["J-22222"]],
  ["Commander", ["J-22222"]],
  ["Analyst", ["J-22222", "J-33333"]],
  ["Chief officer", ["J-22222", "J-33333"]],
] as const)(
  "a board is read by who sits in it and by who reads the force: %s reads %o",
  async (name, meetings) => {
    expect(await meetingsOf(name)).toEqual({ found: [...meetings], rows: [...meetings] });
  },
);

test("a seat opens the pages of one's own meetings to the oversight body, and no others", async () => {
  const overseer = await desk.actor("Overseer");
  expect(can(overseer, "tasking:read-own-meetings")).toBe(true);
  expect(can(overseer, "tasking:read")).toBe(false);
});

test("who is taken off the list loses the meeting at once", async () => {
  const ofOverseer = eq(schema.taskingAttendances.accountId, desk.id("Overseer"));
  await desk.db.update(schema.taskingAttendances).set({ withdrawnAt: desk.now }).where(ofOverseer);
  expect(await meetingsOf("Overseer")).toEqual({ found: [], rows: [] });
});
