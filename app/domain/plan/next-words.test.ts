import { expect, test } from "vitest";
import { nextInWords } from "./next-words.ts";

const at = { state: "in-progress", stage: "scanning", pausedUntil: null, monitorOn: null } as const;

test.each([
  [{}, "Next, the team finds out why it happens."],
  [{ pausedUntil: "2026-06-20" }, "The work goes on by itself on 20 June 2026."],
  [
    { state: "feedback-open", stage: "awaiting-signoff" },
    "Residents say whether it worked. Then the panel of people who live here decides.",
  ],
  [
    { state: "panel-decision", stage: "awaiting-signoff" },
    "The panel of people who live here decides whether it is done.",
  ],
  [
    { state: "signed-off", stage: "closed", monitorOn: "2026-09-13" },
    "On 13 September 2026 everybody here is asked once more, whether it has lasted.",
  ],
  [{ state: "signed-off", stage: "closed" }, null],
  [{ state: "closed-without-signoff", stage: "closed" }, null],
] satisfies [Partial<Parameters<typeof nextInWords>[0]>, string | null][])("%o", (change, words) => {
  expect(nextInWords({ ...at, ...change })).toBe(words);
});
