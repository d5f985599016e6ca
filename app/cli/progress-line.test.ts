import { describe, expect, it } from "vitest";
import { progressLine } from "./progress-line.ts";

describe("progressLine", () => {
  it.each([
    [
      { stage: "Reading", done: 500_000, total: 2_000_000, unit: "rows" },
      2_000,
      "Reading  [#####               ] 25 %  500,000 of 2,000,000 rows  250,000/s  6 s left",
    ],
    [
      { stage: "Fetching", done: 1_500_000, total: 120_000_000, unit: "bytes" },
      1_000,
      "Fetching  [                    ] 1 %  1.5 of 120.0 MB  1.5 MB/s  1 min 19 s left",
    ],
    [{ stage: "Reading", done: 3, total: null, unit: "files" }, 1_500, "Reading  3 files  2/s"],
    [
      { stage: "Checking", done: 95, total: 95, unit: "areas" },
      500,
      "Checking  [####################] 100 %  95 of 95 areas  190/s",
    ],
    [{ stage: "Checking", done: 0, total: 0, unit: "areas" }, 0, "Checking  0 of 0 areas"],
  ] as const)("%o after %i ms", (progress, elapsedMs, line) => {
    expect(progressLine(progress, elapsedMs, 200)).toBe(line);
  });
  it("is cut to the terminal's width", () => {
    expect(progressLine({ stage: "Reading", done: 1, total: 2, unit: "rows" }, 1_000, 30)).toHaveLength(29);
  });
});
