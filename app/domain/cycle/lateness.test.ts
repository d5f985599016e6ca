import { expect, test } from "vitest";
import { latenessOf, type CycleProgress } from "./lateness.ts";

const progress: CycleProgress = { stage: "raising", endsOn: "2026-12-21", candidates: 0, shortlisted: 0 };

test.each<[string, Partial<CycleProgress>, string, string | null]>([
  ["raising", {}, "2026-12-21", null],
  ["research with time left", { stage: "research" }, "2026-12-19", null],
  ["research at its end without candidates", { stage: "research" }, "2026-12-20", "No candidates yet"],
  ["research at its end with some", { stage: "research", candidates: 1 }, "2026-12-21", null],
  ["a shortlist without candidates", { stage: "shortlisting" }, "2026-12-18", "No candidates yet"],
  ["a short shortlist with time left", { stage: "shortlisting", candidates: 4 }, "2026-12-19", null],
  [
    "a short shortlist at its end",
    { stage: "shortlisting", candidates: 4, shortlisted: 2 },
    "2026-12-20",
    "2 of at least 3 on the shortlist",
  ],
  ["a long enough one", { stage: "shortlisting", candidates: 4, shortlisted: 3 }, "2026-12-21", null],
  ["a vote that is over and waits", { stage: "voting" }, "2026-12-22", "Waits to go on"],
  ["one that is planned", { stage: "planned" }, "2026-12-30", null],
])("%s", (_, change, today, words) => {
  expect(latenessOf({ ...progress, ...change }, { fewestCandidates: 3 }, today)).toBe(words);
});
