import { describe, expect, test } from "vitest";
import { figureChanges } from "./figure-changes.ts";
import { mostTypedLines, readFigures } from "./typed-figures.ts";

const today = "2026-06-15";
const read = (text: string, kind: "count" | "survey" = "count") => readFigures(text, kind, today);

test.each<[typed: string, on: string, value: number | null]>([
  ["March 2026: 14", "2026-03-01", 14],
  ["Mar 2026 14", "2026-03-01", 14],
  ["3 2026 14", "2026-03-01", 14],
  ["3/2026\t14", "2026-03-01", 14],
  ["2026-03, 14", "2026-03-01", 14],
  ["2026-03-09 14.5", "2026-03-09", 14.5],
  ["9 March 2026 = 14", "2026-03-09", 14],
  ["9/3/2026; 14", "2026-03-09", 14],
  ["9.3.2026 0", "2026-03-09", 0],
  ["Sept 2025: 1,250", "2025-09-01", 1250],
  ["Sept 2025: 1,000,000", "2025-09-01", 1_000_000],
  ["2026-03,140", "2026-03-01", 140],
  ["2026-03-01,140", "2026-03-01", 140],
  ["March 2026,140", "2026-03-01", 140],
  ["2026-05 none", "2026-05-01", null],
  ["  June 2026   2  ", "2026-06-01", 2],
])("“%s” is a figure", (typed, on, value) => {
  expect(read(typed)).toEqual({ figures: [{ on, value, asked: null }], problems: [] });
});

test.each<[typed: string, value: number, asked: number]>([
  ["March 2026 63% of 108", 63, 108],
  ["March 2026 63.5 per cent of 1,108", 63.5, 1108],
  ["3 2026\t63\t108", 63, 108],
  ["March 2026 63% out of 108", 63, 108],
])("“%s” is a share", (typed, value, asked) => {
  expect(read(typed, "survey")).toEqual({ figures: [{ on: "2026-03-01", value, asked }], problems: [] });
});

test.each<[typed: string, kind: "count" | "survey", problem: string]>([
  ["14", "count", "Line 1: begin with the month or the day, like “March 2026: 14”"],
  ["Marchember 14", "count", "Line 1: begin with the month or the day, like “March 2026: 14”"],
  ["Frimaire 2026 14", "count", "Line 1: enter a real date"],
  ["31 2 2026 14", "count", "Line 1: enter a real date"],
  ["13 2025 14", "count", "Line 1: enter a real date"],
  ["July 2026 14", "count", "Line 1: enter a date that is not after today"],
  ["May 2026", "count", "Line 1: enter one figure after the date, like “March 2026: 14”"],
  ["May 2026 -3", "count", "Line 1: enter one figure after the date, like “March 2026: 14”"],
  ["May 2026 lots", "count", "Line 1: enter one figure after the date, like “March 2026: 14”"],
  ["May 2026 3 4", "count", "Line 1: enter one figure only"],
  ["May 2026 9000000", "count", "Line 1: enter a smaller figure"],
  ["May 2026 63", "survey", "Line 1: say how many people were asked, like “March 2026: 63% of 108”"],
  ["May 2026 63% of 0", "survey", "Line 1: say how many people were asked, like “March 2026: 63% of 108”"],
  ["May 2026 63 of 108", "survey", "Line 1: give the share in per cent, like “March 2026: 63% of 108”"],
  ["May 2026 163% of 200", "survey", "Line 1: enter a share from 0 to 100"],
  ["May 2026 3\n\n1 5 2026 4", "count", "Line 3: 1 May 2026 is here twice"],
  ["\n \n", "count", "Enter a date and a figure"],
])("“%s” of a %s is refused", (typed, kind, problem) => {
  expect(read(typed, kind).problems).toEqual([problem]);
});

test("every line that is wrong is named, and so are too many", () => {
  expect(read("May 2026 3\nJune 3\nApril 2026 x").problems).toHaveLength(2);
  const many = Array.from({ length: mostTypedLines + 1 }, (_, at) => `${1 + (at % 12)} ${2000 + at} 3`);
  expect(read(many.slice(0, 20).join("\n"))).toMatchObject({ problems: [] });
  expect(read(many.join("\n")).problems.at(-1)).toContain("lines or fewer");
});

describe("typed figures", () => {
  const stored = [
    { on: "2026-01-01", value: 4, asked: null },
    { on: "2026-02-01", value: 50, asked: 100 },
  ];
  test("add, correct and remove; what is the same is no change", () => {
    const typed = [
      { on: "2026-01-01", value: 4, asked: null },
      { on: "2026-02-01", value: 50, asked: 120 },
      { on: "2026-03-01", value: 7, asked: null },
      { on: "2026-04-01", value: null, asked: null },
    ];
    expect(figureChanges(typed, stored)).toEqual({
      write: typed.slice(1, 3),
      remove: [],
      added: 1,
      corrected: 1,
      removed: 0,
      corrections: ["2026-02-01 50 of 100 to 50 of 120"],
    });
    expect(figureChanges([{ on: "2026-01-01", value: null, asked: null }], stored)).toMatchObject({
      remove: ["2026-01-01"],
      removed: 1,
      corrections: ["2026-01-01 4 to none"],
    });
  });
});
