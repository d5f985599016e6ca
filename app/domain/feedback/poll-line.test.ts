import { expect, test } from "vitest";
import { pollInOneSentence } from "./poll-line.ts";

const counts = {
  solved: 4,
  "better-enough": 3,
  "better-not-enough": 2,
  "no-change": 1,
  worse: 0,
  "dont-know": 1,
};

test("the worked example", () => {
  expect(pollInOneSentence({ counts, quorum: 8, isFewReplies: false })).toBe(
    "11 people answered. Of the 10 who know, 7 said that it is enough.",
  );
});

test("too few say so first", () => {
  expect(pollInOneSentence({ counts, quorum: 15, isFewReplies: true })).toBe(
    "Few replies: 11 people answered and 15 were needed.",
  );
});
