import { describe, expect, test } from "vitest";
import { shownPoll, type CountedRound } from "./shown-poll.ts";

const settings = { feedbackPassPercent: 60 };
const eleven: CountedRound = {
  kind: "sign-off",
  quorum: 8,
  isFewReplies: false,
  solved: 4,
  betterEnough: 3,
  betterNotEnough: 2,
  noChange: 1,
  worse: 0,
  dontKnow: 1,
  told: 9,
};

describe("what is shown of a poll", () => {
  test("the worked example, in numbers and in sentences", () => {
    const shown = shownPoll(eleven, settings);
    expect(shown?.rows.map(({ people }) => people)).toEqual([4, 3, 2, 1, 0, 1]);
    expect(shown?.sentences).toEqual([
      "11 people answered. 8 were needed.",
      "7 of the 10 who know said that it is solved, or better and enough to close: 70 per cent. 60 per cent are needed.",
      "9 of 11 said that they were told what was done.",
    ]);
  });

  test("nothing while the round takes answers", () => {
    expect(shownPoll({ ...eleven, solved: null }, settings)).toBeNull();
  });

  test.each([
    ["nobody", { solved: 0, betterEnough: 0, betterNotEnough: 0, noChange: 0, dontKnow: 0, told: 0 }, 2],
    [
      "nobody who knows",
      { solved: 0, betterEnough: 0, betterNotEnough: 0, noChange: 0, dontKnow: 5, told: 1 },
      3,
    ],
  ])("%s answered", (_who, counts, sentences) => {
    const shown = shownPoll({ ...eleven, ...counts, isFewReplies: true }, settings);
    expect(shown?.isFewReplies).toBe(true);
    expect(shown?.sentences).toHaveLength(sentences);
    expect(shown?.sentences[1]).toBe("Nobody said that they know whether it has got better.");
  });

  test.each([1, 4, 5])("%i replies: of fewer than five only how many they are", (solved) => {
    const none = { betterEnough: 0, betterNotEnough: 0, noChange: 0, dontKnow: 0, told: 0 };
    const shown = shownPoll({ ...eleven, ...none, solved, isFewReplies: true }, settings);
    expect(shown?.rows.map(({ people }) => people)).toEqual(solved < 5 ? [] : [5, 0, 0, 0, 0, 0]);
    expect(shown?.sentences[0]).toBe(
      `${solved === 1 ? "1 person" : `${solved} people`} answered. 8 were needed.`,
    );
    expect(shown?.sentences.join(" ").includes("per cent")).toBe(solved >= 5);
  });

  test("whether it lasted is no pass mark's to say", () => {
    expect(shownPoll({ ...eleven, kind: "lasting" }, settings)?.sentences[1]).not.toContain("needed");
  });
});
