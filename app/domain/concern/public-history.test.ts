import { expect, test } from "vitest";
import type { ConcernState } from "./states.ts";
import { removalReasons, takingOffReasons } from "./candidacy.ts";
import { publicHistory } from "./public-history.ts";

const day = (number: number) => new Date(Date.UTC(2026, 2, number));
const step = (number: number, to: ConcernState, from: ConcernState | null = null, reasonCode = "") => ({
  at: day(number),
  from,
  to,
  reasonCode: reasonCode === "" ? null : reasonCode,
});

test("what happened before it was published, and what is between us and the raiser, is not told", () => {
  const steps = [
    step(1, "submitted"),
    step(2, "rejected", "triage", "mistake"),
    step(3, "appealed", "rejected"),
    step(4, "changed", "appealed"),
    step(5, "published-candidate", "changed"),
    step(6, "shortlisted", "published-candidate"),
    step(7, "adopted", "shortlisted"),
  ];
  expect(publicHistory(steps, day(5))).toEqual([
    { at: day(5), line: "Published as a concern of this neighbourhood." },
    { at: day(6), line: "Put on the list for the vote." },
    { at: day(7), line: "Adopted as a priority." },
  ]);
});

test("an answer to another concern of before does not show", () => {
  expect(publicHistory([step(1, "answered-directly")], day(2))).toEqual([]);
});

const published = "published-candidate";
const candidacies: [code: string, line: string | null][] = [
  ["joined-candidate", "Made part of a candidate for the vote."],
  [
    "same-problem",
    "No longer part of a candidate for the vote. Another candidate is about the same problem. It can be put forward again.",
  ],
  // Carried to another neighbourhood, for example: it was told that it is published.
  ["", null],
  ["toString", null],
];

test.each(candidacies)("what stays published says what became of its candidacy: %s", (code, line) => {
  const shown = publicHistory([step(3, published, published, code)], day(2));
  expect(shown).toEqual(line === null ? [] : [{ at: day(3), line }]);
});

test.each([...removalReasons, ...takingOffReasons])("%s is a reason that everybody reads", (reason) => {
  expect(publicHistory([step(3, published, published, reason)], day(2))[0]?.line).toMatch(
    /^No longer .+\. .+\. It can/,
  );
});
