import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Change } from "#app/domain/account/change.ts";
import { dutyOn } from "#app/domain/roster/pattern.ts";
import { addDuties } from "#app/services/duty/add-duties.server.ts";
import { changeDuty } from "#app/services/duty/change-duty.server.ts";
import { withoutOverlap } from "#app/services/duty/no-overlap.server.ts";
import { removeDuty } from "#app/services/duty/remove-duty.server.ts";
import { tryPattern } from "#app/services/duty/try-pattern.server.ts";
import { storeMapping } from "#app/services/roster/store-mapping.server.ts";
import { importRoster } from "#app/services/roster/import-roster.server.ts";
import { insertDuties } from "#db/queries/duty-change.ts";
import { abstractionMonths, auditEvents, duties } from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { openAbstractionDesk, type AbstractionDesk, type DeskPerson } from "./abstraction-desk.ts";
import { today } from "./people-force.ts";
import { mapping, openRosterDesk } from "./roster-desk.ts";

let desk: AbstractionDesk;
beforeAll(async () => {
  desk = await openAbstractionDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.db.delete(duties);
});

const span = (post: string, from: string, to: string) => ({
  postId: desk.id(post),
  startsAt: new Date(`${from}Z`),
  endsAt: new Date(`${to}Z`),
});
const soon = () => span("post pc", "2026-11-26T08:00", "2026-11-26T16:00");
const old = () => span("post pc", "2026-10-15T08:00", "2026-10-15T16:00");

const add = async (
  name: DeskPerson,
  spans: readonly ReturnType<typeof span>[],
  lateReason: "left-out" | null = null,
) => addDuties(desk.deps, await desk.as(name), { spans, source: "manual", lateReason });
const messages = (change: Change) => (change.ok ? [] : change.errors.map(({ message }) => message));
const stored = () => desk.db.select().from(duties);
const lastEvent = async () => (await desk.db.select().from(auditEvents).orderBy(auditEvents.number)).at(-1);

describe("what lies more than 35 days back", () => {
  test("is added by the inspector of the area alone, who says why", async () => {
    expect(messages(await add("Sergeant", [old()], "left-out"))).toEqual([
      "This is more than 35 days back. Ask the inspector of the area to put it right",
    ]);
    expect(messages(await add("Other inspector", [old()], "left-out"))).toEqual([
      "Select a post of your own teams",
    ]);
    expect(messages(await add("Inspector", [old()]))).toEqual([
      "Say why: this is more than 35 days back, and may be published",
    ]);
    expect(await stored()).toEqual([]);
    expect(await add("Inspector", [old()], "left-out")).toMatchObject({ ok: true });
    expect(await lastEvent()).toMatchObject({ action: "duty.add", reason: "left-out" });
  });

  test("is not reached by moving a duty out of it or into it, nor by removing it", async () => {
    const ids = [await desk.duty("post pc", { from: old().startsAt, to: old().endsAt })];
    ids.push(await desk.duty("post pc", { from: soon().startsAt, to: soon().endsAt }));
    const sergeant = await desk.as("Sergeant");
    const late = { lateReason: "not-worked" } as const;
    const next = span("post pc", "2026-11-27T08:00", "2026-11-27T16:00");
    const before = span("post pc", "2026-10-16T08:00", "2026-10-16T16:00");
    const [first = "", second = ""] = ids;
    for (const change of [
      await changeDuty(desk.deps, sergeant, { id: first, ...next, ...late }),
      await changeDuty(desk.deps, sergeant, { id: second, ...before, ...late }),
      await removeDuty(desk.deps, sergeant, { id: first, ...late }),
    ])
      expect(messages(change)).toEqual([expect.stringContaining("Ask the inspector of the area")]);
    expect(await removeDuty(desk.deps, await desk.as("Inspector"), { id: first, ...late })).toMatchObject({
      ok: true,
    });
    expect(await lastEvent()).toMatchObject({
      action: "duty.remove",
      reason: "not-worked",
      subjectId: first,
    });
  });
});

describe("duties of a post never overlap", () => {
  test("all of several are added or none, and what stands in the way is named", async () => {
    await desk.duty("post pc", { from: soon().startsAt, to: soon().endsAt });
    const spans = [
      span("post pcso", "2026-11-26T08:00", "2026-11-26T16:00"),
      span("post pc", "2026-11-26T15:59", "2026-11-26T20:00"),
    ];
    expect(messages(await add("Sergeant", spans))).toEqual([
      "pc is on duty then: 08:00 to 16:00 on Thu, 26 Nov 2026",
    ]);
    expect(await stored()).toHaveLength(1);
  });

  test("where another came first meanwhile, the constraint's refusal is said in words", async () => {
    const twice = withActor(desk.db, await desk.as("Sergeant"), async (tx) => {
      await insertDuties(tx, [soon()], "manual");
      await insertDuties(tx, [span("post pc", "2026-11-26T10:00", "2026-11-26T12:00")], "manual");
      return { ok: true } as const;
    });
    expect(messages(await withoutOverlap(twice))).toEqual([
      "Somebody else has just entered a duty at this time. Look at the week again",
    ]);
    expect(await stored()).toEqual([]);
  });

  test("of two at once one is added, and the other is refused in words", async () => {
    const later = span("post pc", "2026-11-26T12:00", "2026-11-26T20:00");
    const both = await Promise.all([add("Sergeant", [soon()]), add("Second sergeant", [later])]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.flatMap(messages)).toHaveLength(1);
    expect(await stored()).toHaveLength(1);
  });
});

describe("the clocks", () => {
  test.each([
    ["go back", "2026-10-24", 10],
    ["go forward", "2027-03-27", 8],
    ["stand", "2026-11-26", 9],
  ])("%s, and a night from 22:00 to 07:00 is as long as it really is", async (_, day, hours) => {
    const times = dutyOn(day, { from: 22 * 60, to: 7 * 60 });
    if ("why" in times) throw new Error(times.why);
    await add("Sergeant", [{ postId: desk.id("post pc"), ...times }]);
    const [duty] = await stored();
    if (duty === undefined) throw new Error("Nothing was added.");
    expect((duty.endsAt.getTime() - duty.startsAt.getTime()) / 3_600_000).toBe(hours);
    const months = await desk.db.select().from(abstractionMonths);
    const ofMonth = months.filter(
      ({ month, neighbourhoodId, isSpecial }) =>
        month.startsWith(day.slice(0, 7)) && neighbourhoodId === desk.id("n1") && !isSpecial,
    );
    expect(ofMonth.map(({ duty: shares }) => shares)).toEqual([hours * 60 * 100_000]);
    await removeDuty(desk.deps, await desk.as("Sergeant"), { id: duty.id, lateReason: null });
  });
});

test("a confirmed duty that is changed is to be confirmed again, and is no longer the roster's", async () => {
  const confirmed = { confirmedAs: "nil", confirmedAt: desk.deps.now, isConfirmedInTime: true } as const;
  const { startsAt: from, endsAt: to } = soon();
  const id = await desk.duty("post pc", { from, to, source: "roster", sourceReference: "a1", ...confirmed });
  const sergeant = await desk.as("Sergeant");
  const moved = span("post pc", "2026-11-26T10:00", "2026-11-26T18:00");
  expect(await changeDuty(desk.deps, sergeant, { id, ...moved, lateReason: null })).toMatchObject({
    ok: true,
  });
  expect(await stored()).toMatchObject([
    { id, ...moved, source: "manual", confirmedAs: null, confirmedAt: null, isConfirmedInTime: false },
  ]);
  expect((await lastEvent())?.details).toMatchObject({ wasConfirmed: true, source: "roster" });
  await desk.db.delete(duties).where(eq(duties.id, id));
  expect(messages(await changeDuty(desk.deps, sergeant, { id, ...moved, lateReason: null }))).toEqual([
    "This duty is not there any more. Look at the week again",
  ]);
});

test("a pattern tried by a sergeant is of their own posts alone", async () => {
  const actor = await desk.as("Sergeant");
  const pattern = {
    days: [{ from: 420, to: 900 }, null],
    begins: "2026-12-01",
    until: "2026-12-04",
  };
  const tryOf = (...posts: string[]) => {
    const postIds = posts.map((post) => desk.id(`post ${post}`));
    return withActor(desk.db, actor, (tx) => tryPattern(tx, actor, { ...pattern, postIds }, today));
  };
  expect(await tryOf("pc", "beat")).toMatchObject({ ok: false });
  const postId = desk.id("post pc");
  expect(await tryOf("pc")).toMatchObject({ ok: true, spans: [{ postId }, { postId }], problems: [] });
});

test("no roster is imported and no mapping stored by who may not", async () => {
  const rosters = await openRosterDesk();
  const sergeant = await desk.as("Sergeant");
  const wanted = {
    path: "none.csv",
    mapping: "test",
    stated: { rows: null, minutes: null },
    late: "free",
  } as const;
  await expect(importRoster(rosters.jobOf(), sergeant, wanted)).rejects.toThrow("without roster:import");
  await expect(storeMapping(rosters.deps, sergeant, "test", mapping)).rejects.toThrow(
    "without roster:import",
  );
  await rosters.close();
});
