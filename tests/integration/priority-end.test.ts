import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { FeedbackAnswer } from "#app/domain/feedback/answers.ts";
import { addDays } from "#app/domain/team/day.ts";
import { askWhetherItLasted } from "#app/services/feedback/ask-whether-it-lasted.server.ts";
import { enterReply } from "#app/services/feedback/enter-reply.server.ts";
import { closePriority } from "#app/services/priority/close-priority.server.ts";
import { recurPriority } from "#app/services/priority/recur-priority.server.ts";
import { findReply } from "#db/queries/feedback.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { platform } from "#app/domain/actor.ts";
import { onDay, openFeedbackTest, type FeedbackTest } from "./feedback-desk.ts";
import { now, today } from "./people-force.ts";

let desk: FeedbackTest;
beforeEach(async () => {
  desk = await openFeedbackTest();
});
afterEach(() => desk.close());

const solved: FeedbackAnswer[] = Array.from({ length: 8 }, () => "solved");
const signOff = async () => {
  await desk.workThrough();
  await desk.file();
  await desk.answerAll(solved);
  await desk.closeOn(onDay(22));
  expect(await desk.decide(["for", "for", "for", "for", "for"], onDay(22))).toEqual({ ok: true });
};

describe("closing without sign-off", () => {
  test("is the inspector's alone, for one of few reasons that everybody reads", async () => {
    const { reference, version } = await desk.first();
    const wanted = { reference, version, reason: "merged" as const, words: "It is part of another." };
    expect(await closePriority({ db: desk.db, now }, desk.sergeant, wanted)).toBeNull();
    const inspector = await desk.actor("Inspector");
    const close = (change: object) =>
      closePriority({ db: desk.db, now }, inspector, { ...wanted, ...change });
    expect(await close({ reason: null })).toMatchObject({ errors: [{ field: "reason" }] });
    expect(await close({ words: "" })).toMatchObject({ errors: [{ field: "words" }] });
    expect(await close({})).toEqual({ ok: true });
    expect(await desk.first()).toMatchObject({ state: "closed-without-signoff", slot: null });
    expect((await desk.plan()).stage).toBe("closed");
  });
});

describe("after a sign-off", () => {
  test("what comes back within a year is open again, and is analysed again", async () => {
    await signOff();
    const recur = (at: Date, words = "Drivers go too fast again.") =>
      recurPriority({ db: desk.db, now: at }, desk.sergeant, { reference: desk.reference, words });
    expect(await recur(onDay(22 + 366))).toMatchObject({ ok: false });
    expect(await recur(onDay(100), "")).toMatchObject({ errors: [{ field: "words" }] });
    expect(await recur(onDay(100))).toEqual({ ok: true });
    expect(await desk.first()).toMatchObject({ state: "recurred", slot: 1, endedAt: null });
    expect(await desk.plan()).toMatchObject({ stage: "analysis", standing: "returned", closedAt: null });
  });

  test("residents are asked once more after ninety days, once", async () => {
    await signOff();
    const run = (days: number) =>
      askWhetherItLasted({ db: desk.db, now: onDay(days), signal: new AbortController().signal });
    await run(22 + 89);
    expect(await desk.db.select().from(schema.feedbackRounds)).toHaveLength(1);
    await Promise.all([run(22 + 90), run(22 + 90)]);
    const rounds = await desk.db.select().from(schema.feedbackRounds);
    expect(rounds.map(({ kind }) => kind).sort()).toEqual(["lasting", "sign-off"]);
    await desk.answerAll(["worse"], onDay(120));
    await desk.closeOn(onDay(22 + 90 + 22));
    const [lasting] = (await desk.db.select().from(schema.feedbackRounds)).filter(
      ({ kind }) => kind === "lasting",
    );
    expect(lasting).toMatchObject({ worse: 1, isFewReplies: true });
    expect((await desk.first()).state).toBe("signed-off");
  });
});

test("staff enter what a resident said on paper, for a resident they know by reference", async () => {
  await desk.workThrough();
  await desk.file();
  const [resident] = desk.residents;
  const accountId = resident?.accountId ?? "";
  await desk.db
    .update(schema.residents)
    .set({ reference: "R-2222", enteredBy: desk.sergeant.accountId })
    .where(eq(schema.residents.accountId, accountId));

  const said = {
    reference: desk.reference,
    answer: "better-enough",
    told: "yes",
    words: null,
    mode: "paper",
    residentReference: "R-2222",
  } as const;
  const deps = { db: desk.db, now };
  expect(await enterReply(deps, desk.sergeant, { ...said, residentReference: "R-9999" })).toMatchObject({
    errors: [{ field: "resident" }],
  });
  expect(await enterReply(deps, desk.sergeant, said)).toEqual({ ok: true });
  const round = await desk.round();
  const reply = await withActor(desk.db, platform(), (tx) => findReply(tx, round?.id ?? "", accountId));
  expect(reply).toMatchObject({ answer: "better-enough", version: 1 });
  expect(addDays(today, 21)).toBe(round?.closesOn);
});
