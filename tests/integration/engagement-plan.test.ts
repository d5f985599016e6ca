import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { visitor, type Actor } from "#app/domain/actor.ts";
import { addDays } from "#app/domain/team/day.ts";
import { addActivity } from "#app/services/engagement/add-activity.server.ts";
import { approveEngagement } from "#app/services/engagement/approve-engagement.server.ts";
import { changeActivity } from "#app/services/engagement/change-activity.server.ts";
import { evaluateEngagement } from "#app/services/engagement/evaluate-engagement.server.ts";
import type { WantedActivity } from "#app/services/engagement/problems-of-activity.server.ts";
import { recordActivity, type ActivityResult } from "#app/services/engagement/record-activity.server.ts";
import { saveEngagement } from "#app/services/engagement/save-engagement.server.ts";
import { findEngagementOf } from "#db/queries/engagement.ts";
import { listActivities } from "#db/queries/engagement-activity.ts";
import { publicEngagementOf } from "#db/queries/public-engagement.ts";
import { withActor } from "#db/with-actor.ts";
import { openFeedbackTest, type FeedbackTest } from "./feedback-desk.ts";
import { now, today } from "./people-force.ts";

let desk: FeedbackTest;
let inspector: Actor;
beforeEach(async () => {
  desk = await openFeedbackTest();
  inspector = await desk.actor("Inspector");
});
afterEach(() => desk.close());

const deps = () => ({ db: desk.db, now });
const plan = async () => {
  const found = await withActor(desk.db, desk.sergeant, (tx) => findEngagementOf(tx, desk.priorityId));
  if (found === null) throw new Error("There is no engagement plan.");
  return found;
};
const activities = async () => {
  const { id: planId } = await plan();
  return withActor(desk.db, desk.sergeant, (tx) => listActivities(tx, planId));
};
const read = async () => ({ reference: desk.reference, version: (await plan()).version });
const words = {
  audience: "Parents",
  underHeard: "Young people",
  underHeardWhy: "None of them voted",
  advice: null,
};
const activity = (change: Partial<WantedActivity> = {}): WantedActivity => ({
  purpose: "ask",
  method: "drop-in",
  audience: "Parents at the gate",
  place: "The school",
  heldOn: today,
  hours: "3pm to 4pm",
  formatAndLanguage: "In English and Polish",
  agencyId: null,
  ownerId: null,
  targetReach: 40,
  costPence: null,
  ...change,
});

test("is approved by the inspector only, with an audience and a way back, and evaluated at its end", async () => {
  expect(await approveEngagement(deps(), inspector, await read())).toMatchObject({ ok: false });
  expect(await saveEngagement(deps(), desk.sergeant, await read(), words)).toEqual({ ok: true });
  expect(await addActivity(deps(), desk.sergeant, await read(), activity())).toEqual({ ok: true });
  expect(await approveEngagement(deps(), inspector, await read())).toMatchObject({
    errors: [{ message: "Add an activity that comes back to people with the result" }],
  });
  expect(await addActivity(deps(), desk.sergeant, await read(), activity({ purpose: "return" }))).toEqual({
    ok: true,
  });
  expect(await approveEngagement(deps(), desk.sergeant, await read())).toBeNull();
  expect(await approveEngagement(deps(), inspector, await read())).toEqual({ ok: true });
  expect(await plan()).toMatchObject({ state: "approved", approvedBy: inspector.accountId });

  const held = await activities();
  expect(await evaluateEngagement(deps(), desk.sergeant, await read(), "It worked")).toMatchObject({
    ok: false,
  });
  for (const { id } of held)
    expect(
      await recordActivity(deps(), desk.sergeant, await read(), {
        activityId: id,
        actualReach: 31,
        heard: "Mornings are worst",
        feedbackGiven: "A letter home",
        feedbackOn: today,
        isCancelled: false,
      }),
    ).toEqual({ ok: true });
  expect((await plan()).state).toBe("running");
  expect(
    await evaluateEngagement(deps(), desk.sergeant, await read(), "Gates work, drop-ins do not"),
  ).toEqual({
    ok: true,
  });
  expect((await plan()).state).toBe("evaluated");
  expect(await addActivity(deps(), desk.sergeant, await read(), activity())).toMatchObject({ ok: false });
});

test("two people do not overwrite each other, and nobody is named", async () => {
  const stale = await read();
  expect(await saveEngagement(deps(), desk.sergeant, stale, words)).toEqual({ ok: true });
  expect(await saveEngagement(deps(), desk.sergeant, stale, words)).toMatchObject({ ok: false });
  const named = { ...words, audience: "Mr Hollis of 14 Church Lane" };
  expect(await saveEngagement(deps(), desk.sergeant, await read(), named)).toMatchObject({
    errors: expect.arrayContaining([expect.objectContaining({ field: "audience" })]) as unknown,
  });
});

test("once approved it always comes back, and says nothing of what has not happened", async () => {
  const change = (intent: Partial<WantedActivity> & { activityId: string }) =>
    read().then((version) => changeActivity(deps(), desk.sergeant, version, { ...activity(), ...intent }));
  await saveEngagement(deps(), desk.sergeant, await read(), words);
  await addActivity(deps(), desk.sergeant, await read(), activity({ heldOn: addDays(today, 7) }));
  await addActivity(deps(), desk.sergeant, await read(), activity({ purpose: "return" }));
  const [asking = "", returning = ""] = (await activities()).map(({ id }) => id);
  // Before that, anything may still change.
  expect(await change({ activityId: returning, purpose: "ask" })).toEqual({ ok: true });
  expect(await change({ activityId: returning, purpose: "return" })).toEqual({ ok: true });
  expect(await approveEngagement(deps(), inspector, await read())).toEqual({ ok: true });

  expect(await change({ activityId: returning, purpose: "ask" })).toMatchObject({
    errors: [{ field: "purpose" }],
  });
  const result = {
    actualReach: null,
    heard: "",
    feedbackGiven: "",
    feedbackOn: null,
    isCancelled: false,
  };
  const record = async (but: Partial<ActivityResult> & { activityId: string }) =>
    recordActivity(deps(), desk.sergeant, await read(), { ...result, ...but });
  expect(await record({ activityId: returning, isCancelled: true })).toMatchObject({
    errors: [{ field: "isCancelled" }],
  });
  expect(await record({ activityId: asking, actualReach: 12 })).toMatchObject({
    errors: [{ field: "actualReach" }],
  });
  expect(await record({ activityId: returning, feedbackOn: addDays(today, 1) })).toMatchObject({
    errors: [{ field: "feedbackOn" }],
  });
  expect(await record({ activityId: asking, isCancelled: true })).toEqual({ ok: true });
  expect(await record({ activityId: returning, actualReach: 30 })).toEqual({ ok: true });
  expect(await change({ activityId: returning })).toMatchObject({ errors: [{ field: "form" }] });
});

test("is run by somebody of the team or a partner, and by nobody else", async () => {
  expect(
    await addActivity(deps(), desk.sergeant, await read(), activity({ ownerId: inspector.accountId })),
  ).toMatchObject({ errors: [{ field: "owner" }] });
  await desk.account("Cole", { person: "Cole" });
  const ownerId = desk.id("Cole");
  expect(await addActivity(deps(), desk.sergeant, await read(), activity({ ownerId }))).toEqual({ ok: true });
  const agencyId = desk.id("council");
  expect(await addActivity(deps(), desk.sergeant, await read(), activity({ agencyId }))).toEqual({
    ok: true,
  });
  expect((await activities()).map(({ runBy }) => runBy)).toEqual(["Cole", "A council"]);
});

describe("what residents read of it", () => {
  const shown = () => withActor(desk.db, visitor(), (tx) => publicEngagementOf(tx, desk.priorityId));
  const fill = async () => {
    await saveEngagement(deps(), desk.sergeant, await read(), { ...words, advice: "CANARY advice" });
    await desk.account("Cole", { person: "Cole" });
    const hidden = { place: "CANARY estate", hours: "CANARY hours", ownerId: desk.id("Cole") };
    for (const one of [
      { heldOn: addDays(today, 9), place: "The library" },
      { ...hidden, method: "door-to-door", audience: "Households" },
      { ...hidden, method: "school", audience: "Pupils", purpose: "return" },
    ] as const)
      await addActivity(deps(), desk.sergeant, await read(), activity(one));
  };

  test("is nothing before an inspector approved it", async () => {
    await fill();
    expect(await shown()).toBeNull();
  });

  test("is what anybody may come to, and what was heard; never where officers go or who they are", async () => {
    await fill();
    await approveEngagement(deps(), inspector, await read());
    expect(await shown()).toMatchObject({
      audience: "Parents",
      activities: [{ method: "drop-in", place: "The library", hours: "3pm to 4pm", reached: null }],
    });
    const [, door] = await activities();
    await recordActivity(deps(), desk.sergeant, await read(), {
      activityId: door?.id ?? "",
      actualReach: 31,
      heard: "Mornings are worst",
      feedbackGiven: "A letter home",
      feedbackOn: today,
      isCancelled: false,
    });
    const said = await shown();
    expect(said?.activities).toMatchObject([
      { method: "door-to-door", place: null, hours: null, reached: 31, heard: "Mornings are worst" },
      { method: "drop-in" },
    ]);
    expect(JSON.stringify(said)).not.toMatch(/CANARY|Cole|Young people/);
    expect(JSON.stringify(said)).not.toContain(desk.id("Cole"));
  });
});
