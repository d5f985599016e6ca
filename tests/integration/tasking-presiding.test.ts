import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { addGuest } from "#app/services/tasking/add-guest.server.ts";
import { cancelTaskingMeeting } from "#app/services/tasking/cancel-meeting.server.ts";
import { finishMeeting } from "#app/services/tasking/finish-meeting.server.ts";
import { openMeeting } from "#app/services/tasking/open-meeting.server.ts";
import { recordRestAbsent } from "#app/services/tasking/record-absent.server.ts";
import { recordAction } from "#app/services/tasking/record-action.server.ts";
import { recordDoor } from "#app/services/tasking/record-door.server.ts";
import { recordNote } from "#app/services/tasking/record-note.server.ts";
import { addDays } from "#app/domain/team/day.ts";
import * as schema from "#db/schema/index.ts";
import { newKey, openTaskingDesk, type TaskingDesk, type TaskingPerson } from "./tasking-desk.ts";

const reference = "J-22222";
let desk: TaskingDesk;
beforeAll(async () => {
  desk = await openTaskingDesk();
});
afterAll(() => desk.close());
beforeEach(() => setMeeting({ state: "called", chairId: desk.id("Council officer"), finishedAt: null }));

const setMeeting = (change: Partial<typeof schema.taskingMeetings.$inferInsert>) =>
  desk.db.update(schema.taskingMeetings).set(change).where(eq(schema.taskingMeetings.reference, reference));
const note = async (by: TaskingPerson) =>
  recordNote(desk.deps, await desk.as(by), { reference, key: newKey(), itemId: null, words: "Said" });
const finish = async (by: TaskingPerson) =>
  finishMeeting(desk.deps, await desk.as(by), { reference, nextOn: null });

test("whoever was chosen to chair one meeting opens, records and finishes it, and no more", async () => {
  const chair = await desk.as("Council officer");
  const priority = await desk.priority("P-22222", "n1");
  expect(await openMeeting(desk.deps, chair, reference)).toEqual({ ok: true });
  // The agenda is that of the whole group's area, whatever of it they read themselves.
  const items = await desk.db
    .select()
    .from(schema.taskingItems)
    .where(eq(schema.taskingItems.meetingId, desk.id(reference)));
  expect(items.map(({ priorityId }) => priorityId)).toContain(priority);
  expect(await note("Council officer")).toMatchObject({ ok: true });
  const given = await recordAction(desk.deps, chair, {
    reference,
    key: newKey(),
    itemId: null,
    kind: "environmental",
    task: "Repair the lights on the rec",
    agencyId: desk.id("council"),
    position: "Street lighting officer",
    dueOn: addDays(desk.today, 14),
  });
  expect(given).toMatchObject({ ok: true });
  await desk.db
    .update(schema.taskingAttendances)
    .set({ state: "present" })
    .where(eq(schema.taskingAttendances.meetingId, desk.id(reference)));
  await desk.db
    .update(schema.taskingItems)
    .set({ feedbackLine: "Nothing to tell residents" })
    .where(eq(schema.taskingItems.priorityId, priority));
  expect(await finish("Council officer")).toEqual({ ok: true });
  const [last] = (await desk.auditOf("tasking.finish")).slice(-1);
  expect(last).toMatchObject({ actorId: desk.id("Council officer"), subjectId: desk.id(reference) });
});

test("and keeps its door: who came, who did not, and a guest", async () => {
  const chair = await desk.as("Council officer");
  const door = async (by: TaskingPerson) =>
    recordDoor(desk.deps, await desk.as(by), reference, {
      key: newKey(),
      people: [
        { id: desk.id(`Sergeant at ${reference}`), was: "invited", state: "present", isDeclared: true },
      ],
    });
  const guest = {
    name: "Jo Guest",
    agencyId: desk.id("housing"),
    position: "Ward manager",
    isDeclared: true,
  };
  await setMeeting({ state: "open" });
  await desk.db
    .update(schema.taskingAttendances)
    .set({ state: "invited", declaredAt: null })
    .where(eq(schema.taskingAttendances.meetingId, desk.id(reference)));
  expect(await door("Housing officer")).not.toEqual({ ok: true });
  expect(await door("Council officer")).toEqual({ ok: true });
  expect(await addGuest(desk.deps, chair, reference, { key: newKey(), ...guest })).toEqual({ ok: true });
  expect(await recordRestAbsent(desk.deps, chair, reference, newKey())).toEqual({ ok: true });
  const seats = await desk.db
    .select()
    .from(schema.taskingAttendances)
    .where(eq(schema.taskingAttendances.meetingId, desk.id(reference)));
  const stateOf = (name: string) => seats.find(({ id }) => id === desk.id(`${name} at ${reference}`))?.state;
  expect([stateOf("Sergeant"), stateOf("Housing officer")]).toEqual(["present", "absent"]);
  expect(seats.map(({ name }) => name)).toContain("Jo Guest");
});

test("the group's other meetings and the group itself stay with those who lead it", async () => {
  const chair = await desk.as("Council officer");
  const deps = { ...desk.deps, publicUrl: "https://neighbourhoods.example" };
  expect(await cancelTaskingMeeting(deps, chair, { reference, version: 1 }, "Nobody comes")).toMatchObject({
    errors: [{ message: "Only whoever chairs this group cancels its meetings" }],
  });
});

test("a seat alone records and finishes nothing", async () => {
  await setMeeting({ state: "open", chairId: desk.id("Sergeant") });
  expect(await note("Housing officer")).not.toMatchObject({ ok: true });
  expect(await finish("Housing officer")).not.toEqual({ ok: true });
  expect(await note("Council officer")).not.toMatchObject({ ok: true });
});

test("nor does a chair who has no seat, or whose agency's agreement lapsed", async () => {
  await setMeeting({ state: "open", chairId: desk.id("Second council officer") });
  expect(await note("Second council officer")).toBeNull();
  await setMeeting({ chairId: desk.id("Council officer") });
  await desk.lapse();
  expect(await note("Council officer")).toBeNull();
  expect(await finish("Council officer")).toBeNull();
  await desk.renew();
});
