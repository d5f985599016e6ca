import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultSettings } from "#app/domain/settings/settings.ts";
import { quorumOf } from "#app/domain/panel/quorum.ts";
import {
  feedbackAnswers,
  feedbackAnswerWords,
  saysEnough,
  toldAnswers,
  toldAnswerWords,
  type FeedbackAnswer,
} from "./answers.ts";
import { enoughPercent, feedbackQuorum, pollOf, type AnswerCounts } from "./poll.ts";
import { decideSignOff, roundEnd } from "./sign-off.ts";

const said = (counts: Partial<AnswerCounts>): AnswerCounts => ({
  solved: 0,
  "better-enough": 0,
  "better-not-enough": 0,
  "no-change": 0,
  worse: 0,
  "dont-know": 0,
  ...counts,
});

/** A panel that voted: for, against, and how many were there. */
const panelOf = (members: number, present: number, votesFor: number, against: number) => ({
  isQuorate: present >= quorumOf(members, defaultSettings),
  isCarried: votesFor > against,
});

describe("the quorum of feedback", () => {
  test.each([
    [0, 5],
    [12, 5],
    [25, 5],
    [26, 6],
    [38, 8],
    [70, 14],
    [71, 15],
    [200, 15],
  ])("of %i voters is %i", (voters, quorum) => {
    expect(feedbackQuorum(voters, defaultSettings)).toBe(quorum);
  });

  test("is never under 5 nor over 15, and never falls as voters are added", () => {
    fc.assert(
      fc.property(fc.nat(5_000), (voters) => {
        const quorum = feedbackQuorum(voters, defaultSettings);
        expect(quorum).toBeGreaterThanOrEqual(5);
        expect(quorum).toBeLessThanOrEqual(15);
        expect(feedbackQuorum(voters + 1, defaultSettings)).toBeGreaterThanOrEqual(quorum);
      }),
    );
  });
});

describe("a poll", () => {
  const elevenReplies = said({
    solved: 4,
    "better-enough": 3,
    "better-not-enough": 2,
    "no-change": 1,
    "dont-know": 1,
  });

  test.each<[string, AnswerCounts, number | null, boolean]>([
    ["of 11 replies, 7 of 10 who know", elevenReplies, 70, true],
    ["of half", said({ solved: 5, worse: 5 }), 50, false],
    ["of exactly the mark", said({ solved: 3, "no-change": 2 }), 60, true],
    ["just under the mark", said({ solved: 599, "no-change": 401 }), 59, false],
    ["of nobody", said({}), null, false],
    ["of people who do not know", said({ "dont-know": 20 }), null, false],
  ])("%s", (_name, counts, percent, isPassed) => {
    const poll = pollOf(counts, defaultSettings);
    expect(poll.isPassed).toBe(isPassed);
    expect(enoughPercent(poll)).toBe(percent);
  });

  test("those who do not know are replies, and change no share", () => {
    expect(pollOf(elevenReplies, defaultSettings)).toMatchObject({ replies: 11, knowing: 10, enough: 7 });
  });
});

describe("a round on its last day", () => {
  test.each([
    [11, 8, false, "enough-replies"],
    [8, 8, false, "enough-replies"],
    [7, 8, false, "extend"],
    [7, 8, true, "few-replies"],
    [8, 8, true, "enough-replies"],
    [0, 5, true, "few-replies"],
  ] as const)("with %i of %i replies, extended %s: %s", (replies, quorum, isExtended, end) => {
    expect(roundEnd({ replies, quorum, isExtended })).toBe(end);
  });
});

describe("a sign-off", () => {
  const passed = { isPassed: true, isFewReplies: false };
  const failed = { isPassed: false, isFewReplies: false };
  const few = { isPassed: false, isFewReplies: true };
  const four = panelOf(12, 6, 4, 1);

  test.each([
    [
      "70 % and a panel of 12 with 6 there, 4-1-1",
      passed,
      four,
      { outcome: "signed-off", isFewReplies: false },
    ],
    ["50 % and the same panel", failed, four, { outcome: "returned", cause: "poll", isFewReplies: false }],
    [
      "70 % and a panel that is against it",
      passed,
      panelOf(12, 6, 2, 4),
      { outcome: "returned", cause: "panel", isFewReplies: false },
    ],
    ["70 % and a tied panel", passed, panelOf(12, 6, 3, 3), { outcome: "returned", cause: "panel" }],
    ["70 % and too few members", passed, panelOf(12, 4, 4, 0), { outcome: "undecided" }],
    ["few replies and a quorate panel for it", few, four, { outcome: "signed-off", isFewReplies: true }],
    ["few replies and too few members", few, panelOf(12, 4, 4, 0), { outcome: "undecided" }],
    [
      "few replies and a panel against it",
      few,
      panelOf(12, 6, 1, 4),
      { outcome: "returned", isFewReplies: true },
    ],
  ])("%s", (_name, poll, panel, result) => {
    expect(decideSignOff(poll, panel)).toMatchObject(result);
  });

  test("is never without a quorate majority, nor against a poll that reached its quorum", () => {
    const counts = fc.record(
      Object.fromEntries(feedbackAnswers.map((answer) => [answer, fc.nat(60)])) as Record<
        FeedbackAnswer,
        fc.Arbitrary<number>
      >,
    );
    const panel = fc
      .tuple(fc.integer({ min: 8, max: 15 }), fc.nat(15), fc.nat(15), fc.nat(15))
      .map(([members, there, forIt, against]) => {
        const present = Math.min(members, there);
        const votesFor = Math.min(present, forIt);
        return { members, present, votesFor, against: Math.min(present - votesFor, against) };
      });
    fc.assert(
      fc.property(counts, panel, fc.nat(300), fc.boolean(), (given, seat, voters, isExtended) => {
        const poll = pollOf(given, defaultSettings);
        const quorum = feedbackQuorum(voters, defaultSettings);
        const end = roundEnd({ replies: poll.replies, quorum, isExtended });
        fc.pre(end !== "extend");
        const isFewReplies = end === "few-replies";
        const voted = panelOf(seat.members, seat.present, seat.votesFor, seat.against);
        const result = decideSignOff({ isPassed: poll.isPassed, isFewReplies }, voted);
        if (result.outcome !== "signed-off") return;
        expect(seat.present).toBeGreaterThanOrEqual(quorumOf(seat.members, defaultSettings));
        expect(seat.votesFor).toBeGreaterThan(seat.against);
        if (poll.replies < quorum) expect(result.isFewReplies).toBe(true);
        else {
          const enough = feedbackAnswers.filter(saysEnough).reduce((sum, one) => sum + given[one], 0);
          expect(enough / (poll.replies - given["dont-know"])).toBeGreaterThanOrEqual(0.6);
          expect(result.isFewReplies).toBe(false);
        }
      }),
    );
  });
});

test("no two answers read the same", () => {
  expect(new Set(Object.values(feedbackAnswerWords)).size).toBe(feedbackAnswers.length);
  expect(new Set(Object.values(toldAnswerWords)).size).toBe(toldAnswers.length);
});
