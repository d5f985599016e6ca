import { and, asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { abstractionEntries, abstractionMonths, auditEvents, duties } from "#db/schema/index.ts";
import { now } from "./people-force.ts";
import { openRosterDesk, type RosterDesk } from "./roster-desk.ts";

let desk: RosterDesk;
beforeAll(async () => {
  desk = await openRosterDesk();
});
afterAll(() => desk.close());
beforeEach(() => desk.clear());

const duty = (post: string, day: string, rest = "07:00,15:00,DUTY,") => `${post},${day},${rest}`;
const starts = async () =>
  (await desk.duties()).map((line) => line.split(" ").slice(0, 2).join(" ").slice(0, -6));

describe("a later roster replaces", () => {
  const june = ["01/06/2026", "02/06/2026", "03/06/2026"];

  test("no duties of a year because of one slip in a date, and none of other posts' days", async () => {
    await desk.loadRows([
      ...june.map((day) => duty("pc", day)),
      ...["20/06/2026", "20/09/2026"].map((day) => duty("pc", day)),
      ...june.map((day) => duty("pcso", day)),
    ]);
    await desk.loadRows([duty("pc", "01/06/2026"), duty("pc", "03/06/2026"), duty("pcso", "01/12/2026")]);
    expect(await starts()).toEqual([
      "pc 2026-06-01",
      "pc 2026-06-03",
      "pc 2026-06-20",
      "pc 2026-09-20",
      "pcso 2026-06-01",
      "pcso 2026-06-02",
      "pcso 2026-06-03",
      "pcso 2026-12-01",
    ]);
  });

  test("no day of a post with a refused row, and none because of a row that is left out", async () => {
    await desk.loadRows(june.map((day) => duty("pc", day)));
    await desk.loadRows([
      duty("pc", "01/06/2026", "08:00,16:00,DUTY,"),
      duty("pc", "02/06/2026", "07:00,99:00,DUTY,"),
      duty("pc", "03/06/2026", "08:00,16:00,DUTY,"),
    ]);
    // Its start is known, its end is not: what was there stays.
    expect((await desk.duties()).map((line) => line.slice(3, 19))).toEqual([
      "2026-06-01T07:00",
      "2026-06-02T06:00",
      "2026-06-03T07:00",
    ]);
    await desk.loadRows([duty("pc", "01/06/2026"), duty("pc", "05/06/2026", "07:00,15:00,RD,")]);
    expect(await starts()).toEqual(["pc 2026-06-01", "pc 2026-06-02", "pc 2026-06-03"]);
  });

  test("no codes where it knows none, and no duties where it has codes alone", async () => {
    const sick = duty("pc", "01/06/2026", "09:00,11:00,SICK,");
    await desk.keepMapping("duties", { codes: { DUTY: "duty" } });
    await desk.loadRows([duty("pc", "01/06/2026"), sick]);
    await desk.loadRows([duty("pc", "01/06/2026")], { mapping: "duties" });
    expect(await standing()).toEqual(["U3 08:00"]);
    await desk.loadRows([sick]);
    expect(await starts()).toEqual(["pc 2026-06-01"]);
  });
});

const standing = async () => {
  const rows = await desk.db
    .select()
    .from(abstractionEntries)
    .where(and(eq(abstractionEntries.isLatest, true), eq(abstractionEntries.isWithdrawn, false)))
    .orderBy(asc(abstractionEntries.startsAt));
  return rows.map(({ code, startsAt }) => `${code} ${startsAt.toISOString().slice(11, 16)}`);
};

describe("what rosters log", () => {
  const day = duty("pc", "01/06/2026");
  const sick = duty("pc", "01/06/2026", "09:00,11:00,SICK,");
  const court = duty("pc", "01/06/2026", "09:00,11:00,COURT,");
  const confirmedAs = async () => (await desk.db.select().from(duties)).map((one) => one.confirmedAs);
  const unavailable = async () => {
    const rows = await desk.db
      .select()
      .from(abstractionMonths)
      .where(eq(abstractionMonths.month, "2026-06-01"));
    return rows.reduce((sum, row) => sum + row.unavailable, 0) / 100_000;
  };

  test("goes with the roster that has it no more, and comes again with the one that has", async () => {
    await desk.loadRows([day, sick]);
    expect(await unavailable()).toBe(120);
    const { id } = await desk.loadRows([day]);
    expect(await standing()).toEqual([]);
    expect(await unavailable()).toBe(0);
    expect(
      await desk.db.select().from(abstractionEntries).orderBy(asc(abstractionEntries.version)),
    ).toMatchObject([
      { version: 1, isLatest: false, isWithdrawn: false },
      { version: 2, isLatest: true, isWithdrawn: true, source: "roster" },
    ]);
    const events = await desk.db.select().from(auditEvents).where(eq(auditEvents.subjectId, id));
    expect(events.at(-1)?.details).toMatchObject({ withdrawn: 1, recoded: 0 });
    await desk.loadRows([day, sick]);
    expect(await standing()).toEqual(["U3 08:00"]);
  });

  test("with another code for the same time becomes its next version", async () => {
    await desk.loadRows([day, sick]);
    const { account } = await desk.loadRows([day, court]);
    expect(account).toMatchObject({ taken: { rows: 1 }, unchanged: { rows: 1 } });
    expect(await standing()).toEqual(["L1 08:00"]);
    expect(await desk.db.$count(abstractionEntries)).toBe(2);
    await desk.loadRows([day, sick]);
    expect(await standing()).toEqual(["U3 08:00"]);
  });

  test("stays as it was corrected here", async () => {
    await desk.loadRows([day, sick]);
    const [first] = await desk.db.select().from(abstractionEntries);
    if (first === undefined) throw new Error("Nothing was logged.");
    await desk.db.update(abstractionEntries).set({ isLatest: false });
    const endsAt = new Date("2026-06-01T09:00Z");
    const here = { version: 2, source: "log", changeReason: "It was shorter", endsAt } as const;
    await desk.db.insert(abstractionEntries).values({ ...first, ...here });
    const { id } = await desk.loadRows([day, court]);
    expect(await desk.refusals(id)).toEqual([
      "3: What a roster had at this time was corrected here since: correct it there",
    ]);
    await desk.loadRows([day]);
    expect(await standing()).toEqual(["U3 08:00"]);
  });

  test("is what the confirmed duty says that it holds", async () => {
    await desk.loadRows([day]);
    await desk.db.update(duties).set({ confirmedAs: "nil", confirmedAt: now });
    await desk.loadRows([day, sick]);
    expect(await confirmedAs()).toEqual(["logged"]);
    await desk.loadRows([day]);
    expect(await confirmedAs()).toEqual(["nil"]);
  });
});

test("what lies more than 35 days back stays where it may be published", async () => {
  // The moment is 24 November 2026: 20 October is the first day that is free.
  await desk.loadRows(["18/10/2026", "19/10/2026", "20/10/2026", "21/10/2026"].map((day) => duty("pc", day)));
  const rows = [
    duty("pc", "18/10/2026"),
    duty("pc", "19/10/2026", "07:00,16:00,DUTY,"),
    duty("pc", "19/10/2026", "09:00,11:00,SICK,"),
    duty("pc", "21/10/2026", "07:00,16:00,DUTY,"),
  ];
  const { id, account } = await desk.loadRows(rows, { late: "stay" });
  const why =
    "It is more than 35 days back, and may be published: an inspector of the area puts it right at Duties or Log";
  expect(await desk.refusals(id)).toEqual([`3: ${why}`, `4: ${why}`]);
  expect(account).toMatchObject({ taken: { rows: 1 }, unchanged: { rows: 1 } });
  expect(await starts()).toEqual(["pc 2026-10-18", "pc 2026-10-19", "pc 2026-10-21"]);
  const changed = await desk.loadRows(rows, { late: "worked-other-times" });
  expect(changed.account.taken.rows).toBe(2);
  const events = await desk.db.select().from(auditEvents).where(eq(auditEvents.subjectId, changed.id));
  expect(events.at(-1)).toMatchObject({ reason: "worked-other-times" });
});
