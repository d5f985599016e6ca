import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeGroupDetails } from "#app/services/tasking/change-group-details.server.ts";
import { joinGroup } from "#app/services/tasking/join-group.server.ts";
import { leaveGroup } from "#app/services/tasking/leave-group.server.ts";
import { makeGroup, type GroupToMake } from "#app/services/tasking/make-group.server.ts";
import { readTaskingMeeting } from "#app/services/tasking/read-meeting.server.ts";
import { renewGroupAreas } from "#app/services/tasking/renew-group-areas.server.ts";
import * as schema from "#db/schema/index.ts";
import { openTaskingDesk, type TaskingDesk, type TaskingPerson } from "./tasking-desk.ts";

let desk: TaskingDesk;
beforeAll(async () => {
  desk = await openTaskingDesk();
});
afterAll(() => desk.close());

const deps = () => ({ ...desk.deps, publicUrl: "https://sn.example" });
const areaOf = async (code: string) =>
  (
    await desk.db
      .select({ id: schema.taskingGroupNeighbourhoods.neighbourhoodId })
      .from(schema.taskingGroupNeighbourhoods)
      .innerJoin(schema.taskingGroups, eq(schema.taskingGroups.id, schema.taskingGroupNeighbourhoods.groupId))
      .where(eq(schema.taskingGroups.code, code))
  )
    .map(({ id }) => id)
    .sort();
const idsOf = (...names: string[]) => names.map(desk.id).sort();
const wanted = (change: Partial<GroupToMake> = {}): GroupToMake => ({
  code: "NEW",
  name: "A new group",
  level: "local",
  partnershipId: desk.id("P1"),
  bcuId: null,
  programme: "",
  chairId: null,
  deputyId: null,
  ...change,
});
const make = async (name: TaskingPerson, change: Partial<GroupToMake>) =>
  makeGroup(deps(), await desk.as(name), wanted(change));

describe("making a group", () => {
  test("gives it the neighbourhoods of its partnership, and seats to those who lead it", async () => {
    const made = await make("Inspector", {
      code: "G1",
      chairId: desk.id("Chair"),
      deputyId: desk.id("Inspector"),
      programme: "Keystone",
    });
    expect(made).toEqual({ ok: true, code: "G1" });
    expect(await areaOf("G1")).toEqual(idsOf("n1", "n2"));
    const group = await desk.db.query.taskingGroups.findFirst({ where: (t, { eq: is }) => is(t.code, "G1") });
    expect(group).toMatchObject({ isForce: false, programme: "Keystone", chairId: desk.id("Chair") });
    const seats = await desk.db
      .select()
      .from(schema.taskingMembers)
      .where(eq(schema.taskingMembers.groupId, group?.id ?? ""));
    expect(seats.map(({ accountId, agencyId }) => [accountId, agencyId]).sort()).toEqual(
      [
        [desk.id("Chair"), desk.id("council")],
        [desk.id("Inspector"), desk.id("police")],
      ].sort(),
    );
    expect((await desk.auditOf("tasking.make-group")).at(-1)?.subjectId).toBe(group?.id);
  });

  test.each<[TaskingPerson, Partial<GroupToMake>, string | null]>([
    ["Inspector", { code: "G2" }, null],
    ["Inspector", { code: "G3", partnershipId: "P2" }, "area"],
    ["Sergeant", { code: "G4" }, "area"],
    ["Council officer", { code: "G5" }, "area"],
    ["Chair", { code: "G6" }, "area"],
    ["Commander", { code: "G7", level: "tactical", partnershipId: null, bcuId: "B1" }, null],
    ["Commander", { code: "G8", level: "strategic", partnershipId: null }, "area"],
    ["Administrator", { code: "G9", level: "strategic", partnershipId: null }, null],
    ["Administrator", { code: "G10", partnershipId: "P2" }, null],
    ["Inspector", { code: "PA" }, "code"],
    ["Inspector", { code: "G11", chairId: "Adviser", deputyId: "Adviser" }, "deputyId"],
    ["Inspector", { code: "G12", chairId: "a stranger" }, "chairId"],
    ["Inspector", { code: "G13", partnershipId: "no partnership" }, "area"],
  ])("by %s: %o is refused at %s", async (name, change, field) => {
    const idOf = (one: string | null | undefined) => (one == null ? one : desk.id(one));
    const made = await make(name, {
      ...change,
      ...(change.partnershipId === undefined ? {} : { partnershipId: idOf(change.partnershipId) ?? null }),
      ...(change.bcuId === undefined ? {} : { bcuId: idOf(change.bcuId) ?? null }),
      ...(change.chairId === undefined ? {} : { chairId: idOf(change.chairId) ?? null }),
      ...(change.deputyId === undefined ? {} : { deputyId: idOf(change.deputyId) ?? null }),
    });
    if (field === null) expect(made).toEqual({ ok: true, code: change.code });
    else expect(made).toMatchObject({ ok: false, errors: [{ field }] });
  });
});

describe("changing a group", () => {
  const details = {
    version: 1,
    name: "Renamed",
    programme: "",
    chairId: null,
    deputyId: null,
    isEnded: false,
  };

  test("is for whoever chairs it, and not for others who read it", async () => {
    await desk.group("C1", { partnership: "P1", neighbourhoods: ["n1", "n2"] });
    for (const name of ["Sergeant", "Analyst", "Records"] as const)
      expect(await changeGroupDetails(deps(), await desk.as(name), "C1", details), name).toMatchObject({
        ok: false,
      });
    expect(await changeGroupDetails(deps(), await desk.as("Far officer"), "C1", details)).toBeNull();
    expect(await changeGroupDetails(deps(), await desk.as("Inspector"), "C1", details)).toEqual({ ok: true });
    expect(await changeGroupDetails(deps(), await desk.as("Inspector"), "C1", details)).toMatchObject({
      ok: false,
      errors: [{ field: "form" }],
    });
  });

  test("does not end it while a meeting or an action of it is open, and says which", async () => {
    await desk.group("C3", { partnership: "P1", neighbourhoods: ["n1", "n2"] });
    await desk.meeting("J-44444", { group: "C3", startsAt: desk.now, number: 4 });
    await desk.action(7, { group: "C3", state: "rejected", result: "Not ours.", closedAt: desk.now });
    const end = async () =>
      changeGroupDetails(deps(), await desk.as("Inspector"), "C3", { ...details, isEnded: true });
    expect(await end()).toMatchObject({
      errors: [{ field: "isEnded", message: expect.stringMatching(/C3\/4; .*C3-7$/) as unknown }],
    });
    await desk.db
      .update(schema.taskingMeetings)
      .set({ state: "cancelled", cancelledReason: "Nobody could come." })
      .where(eq(schema.taskingMeetings.reference, "J-44444"));
    expect(await end()).toMatchObject({ errors: [{ field: "isEnded" }] });
    await desk.db
      .update(schema.taskingActions)
      .set({ state: "withdrawn" })
      .where(eq(schema.taskingActions.id, desk.id("C3-7")));
    expect(await end()).toEqual({ ok: true });
  });

  test("a chair hands the lead over, though the group is out of their own reach afterwards", async () => {
    await desk.group("C2", {
      level: "strategic",
      isForce: true,
      chair: "Chief officer",
      seats: [
        ["Chief officer", "police", "Assistant chief constable"],
        ["Analyst", "police", "Principal analyst"],
      ],
    });
    const handed = { ...details, chairId: desk.id("Analyst") };
    expect(await changeGroupDetails(deps(), await desk.as("Chief officer"), "C2", handed)).toEqual({
      ok: true,
    });
    const again = { ...handed, version: 2, chairId: desk.id("Sergeant") };
    expect(await changeGroupDetails(deps(), await desk.as("Analyst"), "C2", again)).toMatchObject({
      errors: [{ field: "chairId" }],
    });
  });
});

describe("seats", () => {
  test("whoever joins is asked to what is called, and reads it; whoever leaves loses all of it", async () => {
    const join = { accountId: desk.id("Second council officer"), position: "Housing standards officer" };
    const officer = await desk.as("Second council officer");
    const reads = () =>
      readTaskingMeeting(deps(), officer, "J-22222", "meeting", () => Promise.resolve(true));
    expect(await reads()).toBeNull();
    expect(await joinGroup(deps(), await desk.as("Chair"), "PA", join)).toEqual({ ok: true });
    expect(await reads()).toBe(true);
    const mail = (await desk.mails()).at(-1);
    expect(mail).toMatchObject({
      accountId: join.accountId,
      subject: "You are asked to a joint tasking meeting",
    });
    expect(mail?.calendar).toContain("METHOD:REQUEST");
    expect(await joinGroup(deps(), await desk.as("Chair"), "PA", join)).toMatchObject({
      errors: [{ field: "accountId" }],
    });

    const [seat] = await desk.db
      .select()
      .from(schema.taskingMembers)
      .where(and(eq(schema.taskingMembers.accountId, join.accountId), isNull(schema.taskingMembers.leftAt)));
    const left = await leaveGroup(deps(), await desk.as("Inspector"), "PA", seat?.id ?? "");
    expect(left).toEqual({ ok: true, withdrawn: 1 });
    expect(await reads()).toBeNull();
    expect((await desk.auditOf("tasking.leave")).at(-1)?.details).toMatchObject({ withdrawn: 1 });

    // Asked again, they have it again.
    expect(await joinGroup(deps(), await desk.as("Chair"), "PA", join)).toEqual({ ok: true });
    expect(await reads()).toBe(true);
  });

  test.each<[TaskingPerson, string]>([
    ["Sergeant", "form"],
    ["Analyst", "form"],
  ])("%s says nothing of who sits there", async (name, field) => {
    const join = { accountId: desk.id("Commander"), position: "Commander" };
    expect(await joinGroup(deps(), await desk.as(name), "PA", join)).toMatchObject({ errors: [{ field }] });
  });

  test("a chair keeps their seat, and a resident or somebody unknown has none", async () => {
    const [chair] = await desk.db
      .select()
      .from(schema.taskingMembers)
      .where(
        and(
          eq(schema.taskingMembers.groupId, desk.id("group PA")),
          eq(schema.taskingMembers.accountId, desk.id("Chair")),
        ),
      );
    expect(await leaveGroup(deps(), await desk.as("Inspector"), "PA", chair?.id ?? "")).toMatchObject({
      errors: [{ field: "form", message: expect.stringContaining("another chair") as unknown }],
    });
    const [council] = await desk.db
      .select()
      .from(schema.taskingMembers)
      .where(
        and(
          eq(schema.taskingMembers.groupId, desk.id("group PA")),
          eq(schema.taskingMembers.accountId, desk.id("Housing officer")),
        ),
      );
    await desk.meeting("J-77777", { group: "PA", chair: "Housing officer", number: 77, startsAt: desk.now });
    expect(await leaveGroup(deps(), await desk.as("Inspector"), "PA", council?.id ?? "")).toMatchObject({
      errors: [{ field: "form", message: expect.stringContaining("They chair the meeting of") as unknown }],
    });
    await desk.account("Resident", { kind: "resident" });
    for (const accountId of [desk.id("Resident"), desk.id("nobody"), "no id"])
      expect(
        await joinGroup(deps(), await desk.as("Chair"), "PA", { accountId, position: "Somebody" }),
        accountId,
      ).toMatchObject({ errors: [{ field: "accountId" }] });
  });
});

describe("the neighbourhoods of groups", () => {
  test("follow the structure in force, and stay where nothing is in force", async () => {
    await desk.group("A1", { partnership: "P1", neighbourhoods: ["n4"] });
    await desk.group("A2", { level: "tactical", bcu: "B1", neighbourhoods: [] });
    await desk.group("A3", { partnership: "P1", neighbourhoods: ["n4"] });
    await desk.db
      .update(schema.taskingGroups)
      .set({ endedAt: desk.now })
      .where(eq(schema.taskingGroups.code, "A3"));
    expect(await renewGroupAreas(deps())).toBeGreaterThan(0);
    expect(await areaOf("A1")).toEqual(idsOf("n1", "n2"));
    expect(await areaOf("A2")).toEqual(idsOf("n1", "n2", "n3", "n4"));
    expect(await areaOf("A3")).toEqual(idsOf("n4"));
    expect(await renewGroupAreas(deps())).toBe(0);

    await desk.db.update(schema.editionTerms).set({ inForceTo: desk.now });
    expect(await renewGroupAreas(deps())).toBe(0);
    expect(await areaOf("A1")).toEqual(idsOf("n1", "n2"));
  });
});
