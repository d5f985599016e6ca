import { expect, test } from "vitest";
import type { ConcernState } from "./states.ts";
import { publicHistory } from "./public-history.ts";

const day = (number: number) => new Date(Date.UTC(2026, 2, number));
const step = (number: number, to: ConcernState) => ({ at: day(number), to });

test("what happened before it was published, and what is between us and the raiser, is not told", () => {
  const steps = [
    step(1, "submitted"),
    step(2, "rejected"),
    step(3, "appealed"),
    step(4, "changed"),
    step(5, "published-candidate"),
    step(6, "shortlisted"),
    step(7, "adopted"),
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
