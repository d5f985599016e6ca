import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addGuest } from "#app/services/tasking/add-guest.server.ts";
import { answerInvitation, declareConfidentiality } from "#app/services/tasking/answer-invitation.server.ts";
import { openMeeting } from "#app/services/tasking/open-meeting.server.ts";
import { recordDoor } from "#app/services/tasking/record-door.server.ts";
import type { AttendanceState } from "#app/domain/tasking/meeting.ts";
import { updateAttendance } from "#db/queries/tasking-attendance.ts";
import * as schema from "#db/schema/index.ts";
import { newKey, openTaskingDesk, type TaskingDesk, type TaskingPerson } from "./tasking-desk.ts";

let desk: TaskingDesk;
beforeAll(async () => {
  desk = await openTaskingDesk();
});
afterAll(() => desk.close());

const reference = "J-22222";
const seatOf = async (name: string) => {
  const found = await desk.db.query.taskingAttendances.findFirst({
    where: (t, { eq: is }) => is(t.id, desk.id(`${name} at ${reference}`)),
  });
  if (found === undefined) throw new Error(`${name} has no seat.`);
  return found;
};
/** As a page sends it that was drawn a moment ago, or earlier, with `drawn`. */
const door = async (
  by: TaskingPerson,
  found: readonly [name: string, state: AttendanceState, isDeclared: boolean][],
  { key = newKey(), drawn }: { key?: string; drawn?: AttendanceState } = {},
) =>
  recordDoor(desk.deps, await desk.as(by), reference, {
    key,
    people: await Promise.all(
      found.map(async ([name, state, isDeclared]) => ({
        id: desk.id(`${name} at ${reference}`),
        was: drawn ?? (await seatOf(name)).state,
        state,
        isDeclared,
      })),
    ),
  });
const entriesOf = () =>
  desk.db
    .select()
    .from(schema.taskingEntries)
    .where(eq(schema.taskingEntries.meetingId, desk.id(reference)))
    .orderBy(schema.taskingEntries.number);

describe("their own answer", () => {
  test("a partner says they come, then that they do not, and declares once", async () => {
    const officer = await desk.as("Council officer");
    expect(await answerInvitation(desk.deps, officer, reference, "coming")).toEqual({ ok: true });
    expect((await seatOf("Council officer")).state).toBe("coming");
    expect(await answerInvitation(desk.deps, officer, reference, "apologies")).toEqual({ ok: true });
    expect((await seatOf("Council officer")).state).toBe("apologies");
    expect(await declareConfidentiality(desk.deps, officer, reference)).toEqual({ ok: true });
    expect(await declareConfidentiality(desk.deps, officer, reference)).toEqual({ ok: true });
    expect((await seatOf("Council officer")).declaredAt).toEqual(desk.now);
    expect(await desk.auditOf("tasking.declare")).toHaveLength(1);
    // Nobody else's answer is touched.
    expect(await seatOf("Housing officer")).toMatchObject({ state: "invited", declaredAt: null });
  });

  test("whoever was not asked has none to give, and a lapsed agreement shuts it", async () => {
    expect(await answerInvitation(desk.deps, await desk.as("Far officer"), reference, "coming")).toBeNull();
    expect(await answerInvitation(desk.deps, await desk.as("Analyst"), reference, "coming")).toMatchObject({
      errors: [{ field: "form" }],
    });
    await desk.lapse();
    const officer = await desk.as("Housing officer");
    expect(await answerInvitation(desk.deps, officer, reference, "coming")).toBeNull();
    expect(await declareConfidentiality(desk.deps, officer, reference)).toBeNull();
    await desk.renew();
    expect((await seatOf("Housing officer")).declaredAt).toBeNull();
  });
});

describe("at the door", () => {
  test("nobody is present without the declaration, or without an agreement of their agency", async () => {
    expect(await door("Sergeant", [["Housing officer", "present", false]])).toMatchObject({
      errors: [{ field: "people[0].state", message: expect.stringContaining("declaration") as unknown }],
    });
    await desk.lapse();
    expect(
      await door("Sergeant", [
        ["Sergeant", "present", true],
        ["Housing officer", "present", true],
      ]),
    ).toMatchObject({
      errors: [{ field: "people[1].state", message: expect.stringContaining("agreement") as unknown }],
    });
    // All or nothing: the sergeant is not recorded either.
    expect((await seatOf("Sergeant")).state).toBe("invited");
    expect(await door("Sergeant", [["Sergeant", "present", true]])).toEqual({ ok: true });
    expect(await seatOf("Sergeant")).toMatchObject({
      state: "present",
      agreementId: null,
      declaredAt: desk.now,
    });
    await desk.renew();
  });

  test("who came is recorded with the agreement that let them in; once the meeting sits, it is an entry", async () => {
    expect(await door("Sergeant", [["Inspector", "apologies", false]])).toEqual({ ok: true });
    expect(await entriesOf()).toHaveLength(0);
    expect(await openMeeting(desk.deps, await desk.as("Chair"), reference)).toEqual({ ok: true });
    const key = newKey();
    const found = [
      ["Chair", "present", true],
      ["Housing officer", "present", true],
      ["Council officer", "absent", false],
    ] as const;
    const list = found.map(([name, state, isDeclared]): [string, AttendanceState, boolean] => [
      name,
      state,
      isDeclared,
    ]);
    expect(await door("Chair", list, { key })).toEqual({ ok: true });
    expect(await door("Chair", list, { key, drawn: "invited" })).toEqual({ ok: true });
    expect(await seatOf("Housing officer")).toMatchObject({
      state: "present",
      agreementId: desk.id("A-22222"),
    });
    const entries = (await entriesOf()).filter(({ kind }) => kind === "attendance");
    expect(entries.map(({ words }) => words)).toEqual([
      "Attendance: 3 present, 1 sent apologies, 1 did not come.",
    ]);
    // What was found at the door is nobody's own to change.
    expect(
      await answerInvitation(desk.deps, await desk.as("Housing officer"), reference, "apologies"),
    ).toMatchObject({
      ok: false,
    });
  });

  test("two pages that were drawn at once lose nothing of each other", async () => {
    // Of the council's officer somebody recorded "absent" since; of the inspector "apologies".
    const stale = { drawn: "invited" } as const;
    expect(await door("Sergeant", [["Council officer", "invited", false]], stale)).toEqual({ ok: true });
    expect((await seatOf("Council officer")).state).toBe("absent");
    expect(
      await door(
        "Sergeant",
        [
          ["Inspector", "present", true],
          ["Sergeant", "absent", false],
        ],
        stale,
      ),
    ).toMatchObject({
      errors: [
        {
          field: "people[0].state",
          message: expect.stringContaining("“Sent apologies” meanwhile") as unknown,
        },
        { field: "people[1].state", message: expect.stringContaining("“Present” meanwhile") as unknown },
      ],
    });
    expect((await seatOf("Sergeant")).state).toBe("present");
    // An own answer that was read before the door wrote is not written over it.
    const seat = await seatOf("Council officer");
    expect(await updateAttendance(desk.db, { ...seat, version: seat.version - 1 }, { state: "coming" })).toBe(
      false,
    );
  });

  test("an agreement that ends while they sit does not undo that they came", async () => {
    await desk.lapse();
    expect(
      await door("Sergeant", [
        ["Housing officer", "present", true],
        ["Inspector", "absent", false],
      ]),
    ).toEqual({ ok: true });
    expect(await seatOf("Housing officer")).toMatchObject({
      state: "present",
      agreementId: desk.id("A-22222"),
    });
    await desk.renew();
  });

  test.each<TaskingPerson>(["Constable", "Analyst", "Chief officer"])("is not kept by %s", async (name) => {
    expect(await door(name, [["Sergeant", "absent", false]])).toMatchObject({ errors: [{ field: "form" }] });
  });

  test("is not there for whoever has no such meeting, nor for somebody who is only asked to it", async () => {
    for (const name of ["Far officer", "Housing officer"] as const)
      expect(await door(name, [["Sergeant", "absent", false]]), name).toBeNull();
    expect((await seatOf("Sergeant")).state).toBe("present");
  });
});

describe("a guest", () => {
  const guest = (agency: string, isDeclared = true) => ({
    key: newKey(),
    name: "Jo Guest",
    agencyId: desk.id(agency),
    position: "Ward manager",
    isDeclared,
  });

  test("is let in of an agency with an agreement, and of no other", async () => {
    const sergeant = await desk.as("Sergeant");
    expect(await addGuest(desk.deps, sergeant, reference, guest("youth"))).toMatchObject({
      errors: [{ field: "agencyId" }],
    });
    expect(await addGuest(desk.deps, sergeant, reference, guest("housing", false))).toMatchObject({
      errors: [{ field: "declared" }],
    });
    expect(
      await addGuest(desk.deps, sergeant, reference, { ...guest("housing"), agencyId: "x" }),
    ).toMatchObject({
      errors: [{ field: "agencyId" }],
    });
    const before = (await entriesOf()).length;
    const jo = guest("housing");
    expect(await addGuest(desk.deps, sergeant, reference, jo)).toEqual({ ok: true });
    // Sent again over a line that dropped, it is one guest; typed again, it is refused.
    expect(await addGuest(desk.deps, sergeant, reference, jo)).toEqual({ ok: true });
    expect(await addGuest(desk.deps, sergeant, reference, guest("housing"))).toMatchObject({
      errors: [{ field: "name" }],
    });
    // An entry tells every screen.
    const entries = await entriesOf();
    expect(entries).toHaveLength(before + 1);
    expect(entries.at(-1)).toMatchObject({ kind: "attendance", key: jo.key });
    const [added, ...more] = await desk.db
      .select()
      .from(schema.taskingAttendances)
      .where(eq(schema.taskingAttendances.name, "Jo Guest"));
    expect(more).toEqual([]);
    expect(added).toMatchObject({ accountId: null, state: "present", agreementId: desk.id("A-22222") });
    expect(JSON.stringify(await desk.auditOf("tasking.attend"))).not.toContain("Jo Guest");
  });
});
