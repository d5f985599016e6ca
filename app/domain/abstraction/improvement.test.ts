import { describe, expect, test } from "vitest";
import {
  hasImproved,
  judge,
  markOf,
  type JudgementReason,
  type Standing,
  type TeamMonth,
} from "./improvement.ts";
import { addMonths } from "./month.ts";
import type { ImprovementState } from "./words.ts";

const first = "2026-01-01";

/** "10.2" is a rate, "8.0p" one of a month with 90 % accounted for, "-" a month without duty. */
function monthOf(written: string, at: number): TeamMonth {
  const month = addMonths(first, at);
  if (written === "-") return { month, duty: 0, abstracted: 0, duties: 0, confirmed: 0 };
  const isProvisional = written.endsWith("p");
  const tenths = Math.round(Number(written.replace("p", "")) * 10);
  return { month, duty: 12_000, abstracted: tenths * 12, duties: 100, confirmed: isProvisional ? 90 : 95 };
}
const monthsOf = (line: string) => line.split(" ").map(monthOf);

const stand = (state: ImprovementState, more: Partial<Standing> = {}): Standing => ({
  state,
  openedFor: null,
  liveIn: null,
  closedAfter: null,
  ...more,
});

/** Judges the last month of a line, or the one of a number. */
function judged(standing: Standing, line: string, number?: number) {
  const months = monthsOf(line);
  return judge(standing, months, addMonths(first, (number ?? months.length) - 1));
}

test.each([
  [{ duty: 0, abstracted: 0, duties: 0, confirmed: 0 }, "nothing"],
  [{ duty: 12_000, abstracted: 1_200, duties: 100, confirmed: 95 }, "within"],
  [{ duty: 12_000, abstracted: 1_201, duties: 100, confirmed: 95 }, "over"],
  [{ duty: 12_000, abstracted: 1_800, duties: 100, confirmed: 95 }, "over"],
  [{ duty: 12_000, abstracted: 1_801, duties: 100, confirmed: 95 }, "far-over"],
  [{ duty: 12_000, abstracted: 1_200, duties: 100, confirmed: 94 }, "unproven"],
  [{ duty: 12_000, abstracted: 1_224, duties: 100, confirmed: 10 }, "over"],
])("%j is %s", (figures, mark) => {
  expect(markOf(figures)).toBe(mark);
});

type Row = [words: string, from: ImprovementState, line: string, to: ImprovementState, why: JudgementReason];

test.each<Row>([
  ["exactly 10 % is no breach", "within", "10.0", "within", "nothing"],
  ["one month over is watched", "within", "9.0 10.1", "watch", "month-over"],
  ["provisional or not", "within", "9.0 10.1p", "watch", "month-over"],
  ["one month of exactly 15 % is watched", "within", "15.0", "watch", "month-over"],
  ["one over 15 % asks for a plan", "within", "15.1", "plan-required", "far-over"],
  ["and of a watched team", "watch", "10.1 9.0p 15.1", "plan-required", "far-over"],
  ["two in a row ask for a plan", "watch", "10.1 10.2", "plan-required", "two-months-over"],
  ["a month without duty judges nothing", "watch", "10.1 -", "watch", "nothing"],
  ["and those beside it follow each other", "watch", "10.1 - 10.2", "plan-required", "two-months-over"],
  ["once incomplete is nothing yet", "within", "8.0p", "within", "nothing"],
  [
    "twice incomplete asks for a plan",
    "within",
    "8.0p 8.0 8.0 8.0 8.0 8.0p",
    "plan-required",
    "incomplete-twice",
  ],
  ["not when it is half a year apart", "within", "8.0p 8.0 8.0 8.0 8.0 8.0 8.0p", "within", "nothing"],
  ["a complete month after two is none", "within", "8.0p 8.0", "within", "nothing"],
  ["a good month ends a watch", "watch", "10.1 9.0", "within", "month-within"],
  ["a provisional one does not", "watch", "10.1 9.0p", "watch", "nothing"],
  ["a month over after a good one is watched anew", "within", "10.1 9.0 10.1", "watch", "month-over"],
  ["three good months close, plan or none", "plan-required", "11.0 10.0 9.0 8.0", "closed", "three-within"],
  ["two do not", "plan-live", "11.0 9.0 8.0", "plan-live", "nothing"],
  ["one of them provisional does not", "plan-live", "11.0 9.0 8.0p 7.0", "plan-live", "nothing"],
  ["a month without duty is none of the three", "plan-live", "11.0 9.0 - 8.0", "plan-live", "nothing"],
  ["and does not interrupt them", "plan-live", "11.0 9.0 - 8.0 7.0", "closed", "three-within"],
  ["what is escalated closes likewise", "escalated", "12.0 9.0 8.0 7.0", "closed", "three-within"],
  ["and stays until then", "escalated", "12.0 9.0 8.0 10.1", "escalated", "nothing"],
  ["a plan that is required stays so", "plan-required", "12.0 12.0", "plan-required", "nothing"],
  ["what is closed opens anew", "closed", "9.0 10.1", "watch", "month-over"],
])("%s: %s, %s", (_, from, line, to, why) => {
  expect(judged(stand(from, { openedFor: first }), line)).toEqual({ to, why });
});

describe("in a plan", () => {
  // Opened by the first month, live in the second.
  const live = stand("plan-live", { openedFor: first, liveIn: "2026-02-01" });

  test.each<[words: string, line: string, to: ImprovementState]>([
    ["the month it went live in is not one of the three", "12.0 12.0 12.0 12.0", "plan-live"],
    ["three whole months as before", "12.0 12.0 12.0 12.0 12.0", "escalated"],
    ["worse", "12.0 12.0 13.0 14.0 14.0", "escalated"],
    ["lower, by less than one point", "12.0 12.0 11.1 11.1 11.1", "escalated"],
    ["lower by one point exactly", "12.0 12.0 11.0 11.0 11.0", "plan-live"],
    ["together, not each", "12.0 12.0 13.0 10.1 9.8", "plan-live"],
    ["within the target", "10.4 10.4 10.0 10.0 10.0p", "escalated"],
    ["within the target, two of three accounted for", "10.4 10.4 10.1 9.9 10.0", "plan-live"],
    ["the last three are looked at", "12.0 12.0 10.0 10.0 10.2 13.0 13.0", "escalated"],
    ["a month without duty is none of them", "12.0 12.0 12.0 - 12.0", "plan-live"],
  ])("%s: %s", (_, line, to) => {
    expect(judged(live, line).to).toBe(to);
  });

  test("what was before the opening is no measure of it", () => {
    const later = stand("plan-live", { openedFor: "2026-02-01", liveIn: "2026-02-01" });
    expect(judged(later, "2.0 14.0 12.9 12.9 12.9").to).toBe("plan-live");
  });

  test("months of which too little is accounted for prove nothing", () => {
    const [before, half] = [monthsOf("14.0"), monthsOf("5.0p 5.0p 5.0p")];
    expect(hasImproved(before, half)).toBe(false);
    expect(hasImproved(before, monthsOf("5.0 5.0 5.0"))).toBe(true);
    expect(hasImproved(before, monthsOf("- - -"))).toBe(false);
    expect(hasImproved([], monthsOf("10.1"))).toBe(false);
  });
});

describe("a month that was corrected is judged as it stands now", () => {
  test.each<[words: string, standing: Standing, line: string, number: number, to: ImprovementState]>([
    [
      "May at 10.2 % is watched from now on, after a good June",
      stand("within"),
      "9.0 9.0 9.0 9.0 10.2 9.0",
      5,
      "watch",
    ],
    [
      "beside a month that was over",
      stand("watch", { openedFor: "2026-06-01" }),
      "9.0 9.0 9.0 9.0 10.2 10.1",
      5,
      "plan-required",
    ],
    ["far over", stand("within"), "9.0 15.1 9.0", 2, "plan-required"],
    [
      "good after all: the watch is over",
      stand("watch", { openedFor: "2026-02-01" }),
      "9.0 9.9",
      2,
      "within",
    ],
    [
      "good after all, but another is over",
      stand("watch", { openedFor: "2026-03-01" }),
      "9.0 9.9 10.1",
      2,
      "watch",
    ],
    ["another than the one watched", stand("watch", { openedFor: "2026-02-01" }), "9.0 10.2 9.0", 1, "watch"],
    ["the last that was missing for closing", stand("plan-live"), "11.0 9.9 9.0 9.0", 2, "closed"],
    ["accounted for later", stand("plan-live"), "11.0 9.0 9.0 9.0", 3, "closed"],
  ])("%s", (_, standing, line, number, to) => {
    expect(judged(standing, line, number).to).toBe(to);
  });
});

describe("what was closed", () => {
  const closed = stand("closed", { closedAfter: "2026-03-01" });

  test("is no reason any more", () => {
    expect(judged(closed, "11.0 9.0 11.0 10.1").to).toBe("watch");
    expect(judged(closed, "8.0p 8.0p 8.0 8.0p").to).toBe("closed");
  });

  test("is opened by a correction all the same", () => {
    expect(judged(closed, "9.0 10.2 9.0 9.0", 2)).toEqual({ to: "watch", why: "month-over" });
  });
});

test("a month that is not known judges nothing", () => {
  expect(judge(stand("within"), monthsOf("12.0"), "2030-01-01")).toEqual({ to: "within", why: "nothing" });
});
