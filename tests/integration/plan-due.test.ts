import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { platform, type Scope } from "#app/domain/actor.ts";
import { isPlanMissing } from "#app/domain/plan/review.ts";
import { planFieldNames } from "#app/domain/plan/fields.ts";
import { addDays } from "#app/domain/team/day.ts";
import { calendarToken } from "#app/services/calendar/calendar-token.server.ts";
import { readCalendar } from "#app/services/calendar/read-calendar.server.ts";
import { removeCalendar } from "#app/services/calendar/remove-calendar.server.ts";
import { renewCalendar } from "#app/services/calendar/renew-calendar.server.ts";
import { addAction } from "#app/services/plan/add-action.server.ts";
import { answerAction } from "#app/services/plan/answer-action.server.ts";
import { changeAction } from "#app/services/plan/change-action.server.ts";
import { remindOfPlans } from "#app/services/plan/remind-of-plans.server.ts";
import { findCalendarOf } from "#db/queries/calendar-feed.ts";
import { findActionOf } from "#db/queries/plan-action.ts";
import { countExceptions, listUnplanned } from "#db/queries/plan-exception.ts";
import { writeFields } from "#db/queries/plan.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { listenForTest, testKeys } from "#tests/support/listening-server.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { onDay, openFeedbackTest, type FeedbackTest } from "./feedback-desk.ts";
import { now, today } from "./people-force.ts";

let desk: FeedbackTest;
beforeEach(async () => {
  desk = await openFeedbackTest();
});
afterEach(() => desk.close());

const deps = (at = now) => ({ db: desk.db, now: at });
const force: Scope = { isForce: true, neighbourhoodIds: [], agencyIds: [], accountId: null };
const wanted = (change: object = {}) => ({
  kind: "prevention" as const,
  task: "Mend the secret fence",
  publicLine: null,
  agencyId: null,
  ownerId: null,
  startsOn: null,
  dueOn: addDays(today, 3),
  costPence: null,
  ...change,
});
const add = (change: object = {}) => addAction(deps(), desk.sergeant, desk.reference, wanted(change));
const actionOne = async () => {
  const { id } = await desk.plan();
  const found = await withActor(desk.db, desk.sergeant, (tx) => findActionOf(tx, id, 1));
  if (found === null) throw new Error("There is no action.");
  return found;
};

describe("whose an action is", () => {
  test("nobody who does not work here, and no person of another agency", async () => {
    expect(await add({ ownerId: crypto.randomUUID() })).toMatchObject({ errors: [{ field: "owner" }] });
    expect(await add({ agencyId: desk.id("police") })).toMatchObject({ errors: [{ field: "owner" }] });
    expect(await add({ agencyId: desk.id("council") })).toEqual({ ok: true });
  });

  test("is changed with all else of it, as it was read", async () => {
    await add();
    const seen = { reference: desk.reference, number: 1, version: 1 };
    const changed = { ...wanted({ agencyId: desk.id("council") }), publicReason: "The ground is frozen." };
    expect(await changeAction(deps(), desk.sergeant, seen, changed)).toEqual({ ok: true });
    expect(await changeAction(deps(), desk.sergeant, seen, changed)).toMatchObject({
      errors: [{ field: "form" }],
    });
    expect(await actionOne()).toMatchObject({ agency: "A council", publicReason: "The ground is frozen." });
  });
});

describe("reminders", () => {
  const remind = (days: number) =>
    remindOfPlans({ ...deps(onDay(days)), signal: new AbortController().signal });
  const told = async (words: string) =>
    (await desk.db.select().from(schema.staffNotices)).filter(({ line }) => line.includes(words)).length;

  test("once on the day, each week while it is late, and nothing twice", async () => {
    await remind(27);
    expect(await told("sergeant’s review")).toBe(0);
    await Promise.all([remind(28), remind(28)]);
    const once = await told("sergeant’s review");
    expect(once).toBeGreaterThan(0);
    await remind(34);
    expect(await told("sergeant’s review")).toBe(once);
    await remind(35);
    expect(await told("sergeant’s review")).toBe(2 * once);
  });

  test("of an action that is late until it is done", async () => {
    await add();
    await remind(3);
    expect(await told("action 1")).toBe(0);
    await remind(4);
    const once = await told("action 1");
    expect(once).toBeGreaterThan(0);
    const { id: actionId, version } = await actionOne();
    await answerAction(deps(), desk.sergeant, { actionId, version, state: "done", words: "It stands." });
    await remind(11);
    expect(await told("action 1")).toBe(once);
  });
});

describe("exceptions", () => {
  const days = (later: number) => ({
    today: addDays(today, later),
    plannedBefore: addDays(today, later - 14),
  });
  const unplanned = async (later: number) =>
    withActor(desk.db, desk.sergeant, (tx) =>
      listUnplanned(tx, force, days(later).plannedBefore, { after: null, limit: 5 }),
    );

  test("a priority is planned with its whole objective and an engagement plan that comes back to people", async () => {
    const adoptedOn = (await desk.first()).adoptedOn ?? "";
    for (const later of [14, 15])
      expect((await unplanned(later)).length > 0, `${later} days`).toBe(
        isPlanMissing(
          { adoptedOn, hasProblemPlan: false, hasEngagementPlan: false },
          14,
          addDays(today, later),
        ),
      );
    const { id: planId } = await desk.plan();
    await withActor(desk.db, desk.sergeant, (tx) =>
      writeFields(
        tx,
        planId,
        planFieldNames.map((name) => ({ name, value: "1", version: 1 })),
        { at: now, by: null },
      ),
    );
    expect(await unplanned(15)).toMatchObject([{ hasProblemPlan: true, hasEngagementPlan: false }]);
    const [engagement] = await desk.db
      .update(schema.engagementPlans)
      .set({ audience: "Parents" })
      .where(eq(schema.engagementPlans.priorityId, desk.priorityId))
      .returning();
    await desk.db.insert(schema.engagementActivities).values({
      planId: engagement?.id ?? "",
      number: 1,
      purpose: "return",
      method: "leaflet",
      audience: "Parents",
      changedAt: now,
    });
    expect(await unplanned(15)).toEqual([]);
  });

  test("are counted in one's own area alone", async () => {
    await add();
    const counted = (scope: Scope) =>
      withActor(desk.db, desk.sergeant, (tx) => countExceptions(tx, scope, days(90)));
    expect(await counted(force)).toEqual({ unplanned: 1, reviews: 2, actions: 1, paused: 0, returned: 0 });
    expect(await counted({ ...force, isForce: false, neighbourhoodIds: [desk.id("n4")] })).toMatchObject({
      unplanned: 0,
      reviews: 0,
    });
  });
});

describe("one's own calendar", () => {
  const publicUrl = "https://neighbourhoods.example";
  const open = (token: string) => readCalendar({ ...deps(), keys: testKeys, publicUrl }, token);
  const ownToken = async () => {
    const { accountId } = desk.sergeant;
    const feed = await withActor(desk.db, platform(), (tx) => findCalendarOf(tx, accountId ?? ""));
    return calendarToken(testKeys, feed?.id ?? crypto.randomUUID());
  };

  test("says the day and the reference, never the task; a new address ends the old one", async () => {
    await add({ ownerId: desk.sergeant.accountId });
    await renewCalendar(deps(), desk.sergeant);
    const token = await ownToken();
    const calendar = await open(token);
    const text = calendar?.kind === "there" ? calendar.text : "";
    expect(text).toContain(`SUMMARY:${desk.reference}: action due`);
    expect(text).toContain(`SUMMARY:${desk.reference}: review due`);
    expect(text).toContain(`DTSTART;VALUE=DATE:${addDays(today, 3).replaceAll("-", "")}`);
    expect(text).not.toContain("secret");
    await renewCalendar(deps(), desk.sergeant);
    expect(await open(token)).toBeNull();
    const renewed = await ownToken();
    expect((await open(renewed))?.kind).toBe("there");
    await removeCalendar(deps(), desk.sergeant);
    expect(await open(renewed)).toBeNull();
  });

  test("is not read too often, nor of somebody who has left", async () => {
    await renewCalendar(deps(), desk.sergeant);
    const token = await ownToken();
    for (let time = 0; time < 60; time += 1) await open(token);
    expect((await open(token))?.kind).toBe("too-many");
    await desk.db
      .update(schema.accounts)
      .set({ status: "closed" })
      .where(eq(schema.accounts.id, desk.sergeant.accountId ?? ""));
    expect(await open(token)).toBeNull();
  });

  test("asked for too often, its address says when to try again, and nobody keeps that answer", async () => {
    await ensureBuilt();
    await renewCalendar(deps(), desk.sergeant);
    const { url, close } = await listenForTest(desk.db);
    const ask = async () => fetch(`${url}/calendar/${await ownToken()}.ics`);
    expect((await ask()).status).toBe(200);
    for (let time = 1; time < 60; time += 1) await ask();
    const { status, headers } = await ask();
    await close();
    expect([status, headers.get("Cache-Control")]).toEqual([429, "private, no-store"]);
    expect(Number(headers.get("Retry-After"))).toBeGreaterThan(0);
  });
});
