import { afterEach, beforeEach, expect, test } from "vitest";
import type { Actor } from "#app/domain/actor.ts";
import { addActivity } from "#app/services/engagement/add-activity.server.ts";
import { approveEngagement } from "#app/services/engagement/approve-engagement.server.ts";
import { evaluateEngagement } from "#app/services/engagement/evaluate-engagement.server.ts";
import type { WantedActivity } from "#app/services/engagement/problems-of-activity.server.ts";
import { recordActivity } from "#app/services/engagement/record-activity.server.ts";
import { saveEngagement } from "#app/services/engagement/save-engagement.server.ts";
import { activitiesOf, findEngagementOf } from "#db/queries/engagement.ts";
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

  const { id: planId } = await plan();
  const held = await withActor(desk.db, desk.sergeant, (tx) => activitiesOf(tx, planId));
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
