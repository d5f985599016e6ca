import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { FeedbackAnswer } from "#app/domain/feedback/answers.ts";
import { platform } from "#app/domain/actor.ts";
import { addDays } from "#app/domain/team/day.ts";
import { askResidents } from "#app/services/feedback/ask-residents.server.ts";
import { replyByLink } from "#app/services/feedback/reply-by-link.server.ts";
import { replyToFeedback } from "#app/services/feedback/reply-to-feedback.server.ts";
import { disposals } from "#db/queries/retention.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { testKeys as keys } from "#tests/support/listening-server.ts";
import { onDay, openFeedbackTest, type FeedbackTest } from "./feedback-desk.ts";
import { now, today } from "./people-force.ts";

let desk: FeedbackTest;
beforeEach(async () => {
  desk = await openFeedbackTest();
});
afterEach(() => desk.close());

const many = (answer: FeedbackAnswer, times: number) => Array.from({ length: times }, () => answer);
const eleven = [
  ...many("solved", 4),
  ...many("better-enough", 3),
  ...many("better-not-enough", 2),
  ...many("no-change", 1),
  ...many("dont-know", 1),
];
const panelVotes = ["for", "for", "for", "for", "against", "abstain"] as const;
const afterRound = onDay(22);

describe("a plan comes into being with its priority", () => {
  test("both of them, with what residents did already", async () => {
    expect(await desk.plan()).toMatchObject({
      stage: "draft",
      standing: "running",
      sergeantDueOn: addDays(today, 28),
      inspectorDueOn: addDays(today, 84),
    });
    expect(await desk.db.select().from(schema.engagementPlans)).toHaveLength(1);
    expect(await desk.db.select().from(schema.planInvolvements)).toMatchObject([{ stage: "draft" }]);
  });

  test("its outcome cannot be filed before it is worked through", async () => {
    expect(await desk.file()).toMatchObject({ ok: false });
    expect((await desk.first()).state).toBe("in-progress");
  });
});

describe("the worked example: 38 voters, a panel of 12", () => {
  beforeEach(async () => {
    await desk.workThrough();
    expect(await desk.file()).toEqual({ ok: true });
  });

  test("residents are asked for 21 days, and 8 replies are needed", async () => {
    expect((await desk.first()).state).toBe("feedback-open");
    expect(await desk.round()).toMatchObject({ voters: 38, quorum: 8, closesOn: addDays(today, 21) });
    expect((await desk.plan()).stage).toBe("awaiting-signoff");
  });

  test("11 replies of which 7 of 10 say enough, and 4-1-1: signed off", async () => {
    await desk.answerAll(eleven);
    await desk.closeOn(onDay(21));
    expect((await desk.first()).state).toBe("feedback-open");
    await desk.closeOn(afterRound);
    expect(await desk.round()).toMatchObject({ solved: 4, dontKnow: 1, isPassed: true, isFewReplies: false });
    expect((await desk.first()).state).toBe("panel-decision");
    expect(await desk.decide(panelVotes, afterRound)).toEqual({ ok: true });
    expect(await desk.first()).toMatchObject({ state: "signed-off", slot: null });
    expect(await desk.plan()).toMatchObject({ stage: "closed", monitorOn: addDays(today, 22 + 90) });
  });

  test("half say enough: returned at once, and the panel has nothing to decide", async () => {
    await desk.answerAll([...many("solved", 5), ...many("worse", 5)]);
    await desk.closeOn(afterRound);
    expect((await desk.first()).state).toBe("returned");
    expect(await desk.plan()).toMatchObject({ stage: "analysis", standing: "returned" });
    expect(await desk.decide(panelVotes, afterRound)).toMatchObject({ ok: false });
  });

  test("a panel that is against it returns what residents passed", async () => {
    await desk.answerAll(eleven);
    await desk.closeOn(afterRound);
    expect(await desk.decide(["against", "against", "against", "for", "for"], afterRound)).toEqual({
      ok: true,
    });
    expect((await desk.first()).state).toBe("returned");
  });

  test("too few replies: once more for 14 days, then a quorate panel decides and the page can say so", async () => {
    await desk.answerAll(many("solved", 7));
    await desk.closeOn(afterRound);
    expect(await desk.round()).toMatchObject({
      isExtended: true,
      closedAt: null,
      closesOn: addDays(today, 36),
    });
    const late = (await desk.db.select().from(schema.staffNotices)).filter(({ kind }) => kind === "late");
    expect(late.map(({ line }) => line).join()).toContain("7 replies of 8 needed");
    await desk.closeOn(onDay(37));
    expect(await desk.round()).toMatchObject({ isFewReplies: true });
    expect(await desk.decide(panelVotes, onDay(37))).toEqual({ ok: true });
    expect((await desk.first()).state).toBe("signed-off");
  });

  test("four of twelve are no quorum: nothing is decided", async () => {
    await desk.answerAll(eleven);
    await desk.closeOn(afterRound);
    expect(await desk.decide(["for", "for", "for", "for"], afterRound)).toMatchObject({ ok: false });
    expect((await desk.first()).state).toBe("panel-decision");
  });

  test("one answer each, changed until the round closes and not after", async () => {
    const [resident] = desk.residents;
    if (resident === undefined) throw new Error("There is nobody.");
    const say = (answer: FeedbackAnswer, at: Date) =>
      replyToFeedback({ db: desk.db, now: at }, resident, {
        reference: desk.reference,
        answer,
        told: "no",
        words: null,
      });
    expect(await say("worse", now)).toEqual({ ok: true });
    expect(await say("solved", onDay(3))).toEqual({ ok: true });
    expect(await desk.db.select().from(schema.feedbackReplies)).toMatchObject([
      { answer: "solved", version: 2 },
    ]);
    await desk.answerAll(many("solved", 8), onDay(4));
    expect(await say("worse", afterRound), "nobody has counted yet").toMatchObject({ ok: false });
    await desk.closeOn(afterRound);
    expect(await say("worse", afterRound)).toMatchObject({ ok: false });
    expect((await desk.round())?.solved).toBe(8);
  });

  test("the police and partners do not answer, nor does the database let them", async () => {
    const sergeant = desk.sergeant;
    const answered = { reference: desk.reference, answer: "solved", told: "yes", words: null } as const;
    expect(await replyToFeedback({ db: desk.db, now }, sergeant, answered)).toMatchObject({ ok: false });
    const round = await desk.round();
    await expect(
      desk.db.insert(schema.feedbackReplies).values({
        roundId: round?.id ?? "",
        accountId: sergeant.accountId,
        mode: "web",
        answer: "solved",
        told: "yes",
        repliedAt: now,
      }),
    ).rejects.toThrow();
    expect(await desk.db.select().from(schema.feedbackReplies)).toEqual([]);
  });

  test("what somebody says is read by nobody but themselves and the platform", async () => {
    await desk.answerAll(["worse"]);
    const [giver, another] = desk.residents;
    const seenBy = async (actor: typeof giver) =>
      actor === undefined ? [] : withActor(desk.db, actor, (tx) => tx.select().from(schema.feedbackReplies));
    expect(await seenBy(giver)).toHaveLength(1);
    expect(await seenBy(another)).toEqual([]);
    expect(await seenBy(desk.sergeant)).toEqual([]);
    const told = await desk.db.select().from(schema.news);
    expect(JSON.stringify(told)).not.toContain("Canary");
  });

  test("whom it concerns is asked once, and answers by the link without signing in", async () => {
    const [follower, other] = desk.residents;
    if (follower?.accountId == null || other?.accountId == null) throw new Error("There is nobody.");
    await desk.db.insert(schema.followings).values({
      accountId: follower.accountId,
      kind: "priority",
      subjectId: desk.priorityId,
      pace: "each",
      since: now,
    });
    await desk.db
      .update(schema.accounts)
      .set({ email: "follower@example.org" })
      .where(eq(schema.accounts.id, follower.accountId));
    const links: string[] = [];
    const ask = () =>
      askResidents({
        db: desk.db,
        now,
        keys,
        answerUrl: (token) => {
          links.push(token);
          return `https://example.org/feedback/${token}`;
        },
        signal: new AbortController().signal,
      });
    await Promise.all([ask(), ask()]);
    await ask();
    const mails = await desk.db
      .select()
      .from(schema.messages)
      .where(eq(schema.messages.purpose, "priority-update"));
    expect(mails.map(({ accountId }) => accountId)).toEqual([follower.accountId]);
    const [token = ""] = links;
    const deps = { db: desk.db, now, keys, requestId: "r" };
    const answered = { answer: "better-enough", told: "partly", words: null } as const;
    expect(await replyByLink(deps, token, answered)).toEqual({ ok: true });
    const another = (token.startsWith("A") ? "B" : "A") + token.slice(1);
    expect(await replyByLink(deps, another, answered)).toBeNull();
    expect(await desk.db.select().from(schema.feedbackReplies)).toMatchObject([
      { accountId: follower.accountId, mode: "link" },
    ]);
  });
});

test("a year after the asking nobody knows who said what, or why; the counts stay", async () => {
  await desk.workThrough();
  await desk.file();
  await desk.answerAll(eleven);
  await desk.closeOn(afterRound);
  const run = (since: Date) =>
    withActor(desk.db, platform(), (tx) =>
      disposals["feedback-words"].dispose(tx, { since, now: since }, 100),
    );
  expect(await run(afterRound)).toBe(0);
  expect(
    (await desk.db.select().from(schema.feedbackReplies)).every(({ accountId }) => accountId !== null),
  ).toBe(true);
  expect(await run(onDay(23))).toBe(11);
  expect(await run(onDay(23))).toBe(0);
  const kept = await desk.db.select().from(schema.feedbackReplies);
  expect(kept).toHaveLength(11);
  expect(kept.every(({ accountId, words }) => accountId === null && words === null)).toBe(true);
  expect(await desk.round()).toMatchObject({ solved: 4 });
});

test("nothing is signed off by hand: the database wants what residents and the panel said", async () => {
  await expect(
    desk.db.update(schema.priorities).set({ state: "signed-off", slot: null, endedAt: now }),
  ).rejects.toThrow();
  expect((await desk.first()).state).toBe("in-progress");
});
