import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { confirmDuties } from "#app/services/abstraction/confirm-duties.server.ts";
import { readDutiesToConfirm } from "#app/services/abstraction/read-duties-to-confirm.server.ts";
import { readTeamMonth } from "#app/services/abstraction/read-team-month.server.ts";
import { countDutiesToConfirm } from "#db/queries/duty-confirm.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { inMinutes, openAbstractionDesk, type AbstractionDesk, type DeskPerson } from "./abstraction-desk.ts";

let desk: AbstractionDesk;
beforeAll(async () => {
  desk = await openAbstractionDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.db.delete(schema.abstractionEntries);
  await desk.db.delete(schema.duties);
  await desk.db.delete(schema.abstractionMonths);
});

const day = 24 * 60;
/** Yesterday's duty from 8am to 4pm, or one so many days earlier. */
const dutyOf = (post: string, daysAgo = 1) =>
  desk.duty(post, { from: inMinutes(-daysAgo * day - 120), to: inMinutes(-daysAgo * day + 360) });
const confirm = async (
  person: DeskPerson,
  stated: { logged?: string[]; nil?: string[] },
  now = desk.deps.now,
) => confirmDuties({ db: desk.db, now }, await desk.as(person), { logged: [], nil: [], ...stated });
const waitingFor = async (person: DeskPerson, week: string | null = null) =>
  (await readDutiesToConfirm(desk.deps, await desk.as(person), week))?.duties ?? null;
const confirmedAs = async (post: string) =>
  (await desk.dutiesOf(post)).map(({ confirmedAs, isConfirmedInTime }) => [confirmedAs, isConfirmedInTime]);

describe("what waits to be confirmed", () => {
  test("is what has ended in the sergeant’s own area, the longest first, with what is logged in it", async () => {
    const late = await dutyOf("post pcso", 9);
    const yesterday = await dutyOf("post pc");
    await desk.duty("post pc", { to: inMinutes(30) });
    await dutyOf("post beat");
    const entry = await desk.entry("post pc", { from: inMinutes(-day), to: inMinutes(-day + 60) });
    await desk.entry("post pc", { from: inMinutes(-day + 360), to: inMinutes(-day + 400) });
    const duties = await waitingFor("Sergeant");
    expect(
      duties?.map(({ id, isLate, holder, entries }) => [id, isLate, holder, entries.map((one) => one.id)]),
    ).toEqual([
      [late, true, "Dean", []],
      [yesterday, false, "Cole", [entry]],
    ]);
    expect((await waitingFor("Sergeant", "2026-11-23"))?.map(({ id }) => id)).toEqual([yesterday]);
    expect((await waitingFor("Other sergeant"))?.length).toBe(1);
    const { as, db, deps } = desk;
    const sergeant = await as("Sergeant");
    const scope = {
      isForce: false,
      neighbourhoodIds: [desk.id("n1"), desk.id("n2")],
      agencyIds: [],
      accountId: null,
    };
    expect(await withActor(db, sergeant, (tx) => countDutiesToConfirm(tx, scope, deps.now))).toEqual({
      waiting: 2,
      late: 1,
    });
  });

  test.each(["Constable", "Inspector", "Analyst"] as const)("is nothing for a %s", async (person) => {
    await dutyOf("post pc");
    expect(await waitingFor(person)).toBeNull();
  });
});

describe("confirming", () => {
  test("accounts for all in one sweep, as logged or as nothing, and the month knows it", async () => {
    const [logged, nil] = [await dutyOf("post pc"), await dutyOf("post pcso")];
    await desk.entry("post pc", { from: inMinutes(-day), to: inMinutes(-day + 60) });
    expect(await confirm("Sergeant", { logged: [logged], nil: [nil] })).toEqual({ confirmed: 2, changed: 0 });
    expect(await confirmedAs("post pc")).toEqual([["logged", true]]);
    expect(await confirmedAs("post pcso")).toEqual([["nil", true]]);
    const months = await desk.db.select().from(schema.abstractionMonths);
    const sum = (name: "duties" | "confirmed") => months.reduce((total, one) => total + one[name], 0);
    expect([sum("duties"), sum("confirmed")]).toEqual([200_000, 200_000]);
    const [event] = await desk.db
      .select()
      .from(schema.auditEvents)
      .where(eq(schema.auditEvents.subjectId, desk.id("post pc")));
    expect([event?.action, event?.neighbourhoodId, event?.details]).toEqual([
      "abstraction.confirm",
      desk.id("n1"),
      { logged: 1, nil: 0, late: 0 },
    ]);
  });

  test("late is confirmed, and does not count as complete", async () => {
    const [late, justInTime] = [await dutyOf("post pc", 8), await dutyOf("post pcso", 7)];
    await confirm("Sergeant", { nil: [late, justInTime] });
    expect(await confirmedAs("post pc")).toEqual([["nil", false]]);
    expect(await confirmedAs("post pcso")).toEqual([["nil", true]]);
    const months = await desk.db.select().from(schema.abstractionMonths);
    expect(months.reduce((total, { confirmed }) => total + confirmed, 0)).toBe(100_000);
  });

  test("passes over what is no longer as it was stated", async () => {
    const [nil, logged] = [await dutyOf("post pc"), await dutyOf("post pcso")];
    await desk.entry("post pc", { from: inMinutes(-day), to: inMinutes(-day + 60) });
    expect(await confirm("Sergeant", { nil: [nil], logged: [logged] })).toEqual({ confirmed: 0, changed: 2 });
    expect(await confirmedAs("post pc")).toEqual([[null, false]]);
  });

  test("is no error where somebody else has done it, and changes nothing of theirs", async () => {
    const duty = await dutyOf("post pc");
    await confirm("Sergeant", { nil: [duty] });
    const [before] = await desk.dutiesOf("post pc");
    expect(await confirm("Second sergeant", { nil: [duty] })).toEqual({ confirmed: 0, changed: 0 });
    const [after] = await desk.dutiesOf("post pc");
    expect(after).toEqual(before);
  });

  test("takes neither another team’s duty, nor one that has not ended, nor one that is not there", async () => {
    const elsewhere = await dutyOf("post beat");
    const running = await desk.duty("post pc");
    const ids = [elsewhere, running, crypto.randomUUID()];
    expect(await confirm("Sergeant", { nil: ids })).toEqual({ confirmed: 0, changed: 0 });
    expect(await confirmedAs("post beat")).toEqual([[null, false]]);
    expect(await confirmedAs("post pc")).toEqual([[null, false]]);
  });

  test.each(["Constable", "Inspector", "Administrator"] as const)("is not a %s’s to do", async (person) => {
    const duty = await dutyOf("post pc");
    expect(await confirm(person, { nil: [duty] })).toBeNull();
    expect(await confirmedAs("post pc")).toEqual([[null, false]]);
  });
});

describe("the team’s month", () => {
  const month = "2026-11-01";
  const read = async (person: DeskPerson, teamId: string | null = null) =>
    readTeamMonth(desk.deps, await desk.as(person), { month, teamId });

  test("is the reader’s own team, day by day, with the figures of its neighbourhoods", async () => {
    await dutyOf("post pc");
    await dutyOf("post beat");
    await desk.entry("post pc", {
      from: inMinutes(-day),
      to: inMinutes(-day + 60),
      notDone: "The school patrol",
    });
    await desk.entry("post pcso", { code: "U1", from: inMinutes(-2 * day), to: inMinutes(-day) });
    const found = await read("Sergeant");
    expect(found?.teams.map(({ id }) => id)).toEqual([desk.id("T1")]);
    const days = found?.team?.posts.map(({ reference, days }) => [
      reference,
      days.flatMap(({ day, duties, uses }) =>
        duties.length + uses.length === 0
          ? []
          : [`${day.slice(8)} ${duties.length} ${uses.map(({ code, kind }) => `${code} ${kind}`).join()}`],
      ),
    ]);
    expect(days).toEqual([
      ["lead", []],
      ["pc", ["23 1 R2 abstraction"]],
      ["pcso", ["22 0 U1 unavailable", "23 0 U1 unavailable"]],
    ]);
    expect(found?.team?.notDone.map(({ notDone }) => notDone)).toEqual(["The school patrol"]);
    expect([found?.team?.totals?.duty, found?.team?.totals?.abstractedA]).toEqual([48_000_000, 6_000_000]);
  });

  test("is there for an inspector of both teams, and no other’s", async () => {
    expect((await read("Inspector", desk.id("T2")))?.team?.posts.map(({ reference }) => reference)).toEqual([
      "beat",
      "head",
    ]);
    expect(await read("Sergeant", desk.id("T2"))).toBeNull();
    expect(await read("Other inspector", desk.id("T1"))).toBeNull();
    expect(await read("Constable", desk.id("T1"))).toBeNull();
    expect(await read("Commander", desk.id("T1"))).toBeNull();
  });

  test("each look at it is recorded", async () => {
    await read("Sergeant");
    const [event] = await desk.db
      .select()
      .from(schema.auditEvents)
      .where(eq(schema.auditEvents.action, "abstraction.read-officers"))
      .orderBy(schema.auditEvents.number)
      .then((rows) => rows.slice(-1));
    expect([event?.subjectId, event?.details]).toEqual([desk.id("T1"), { page: "calendar" }]);
  });
});
