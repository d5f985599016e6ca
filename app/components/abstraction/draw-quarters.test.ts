import { expect, test } from "vitest";
import { drawQuarters, type DrawnQuarter } from "./draw-quarters.ts";

const quarter = (startsOn: string, more: Partial<DrawnQuarter>): DrawnQuarter => ({
  startsOn,
  spentTenths: null,
  band: null,
  isBelow: false,
  label: "",
  ...more,
});

test("figures lie on their side of the promise, and a quarter without one is a gap", () => {
  const drawing = drawQuarters([
    quarter("2025-10-01", { spentTenths: 910, label: "91" }),
    quarter("2026-04-01", { spentTenths: 880, isBelow: true, label: "88" }),
  ]);
  const [kept, gap, broken] = drawing.columns;
  expect(drawing.columns.map(({ month, year }) => [month, year])).toEqual([
    ["Oct", null],
    ["Jan", "2026"],
    ["Apr", null],
  ]);
  expect(kept?.to).toBeLessThan(drawing.promiseY);
  expect(broken?.from).toBeGreaterThan(drawing.promiseY);
  expect(kept?.labelY).toBeLessThan(kept?.from ?? 0);
  expect(broken?.labelY).toBeGreaterThan(broken?.to ?? Infinity);
  expect([gap?.from, gap?.label]).toEqual([null, "–"]);
  expect(drawing.yTicks.map(({ words }) => words)).toEqual(["100", "90", "80"]);
});

test("a range is as high as it is wide, and never over the promise it breaks", () => {
  const drawing = drawQuarters([
    quarter("2026-01-01", { band: "over 10% to 15%", label: "85–90" }),
    quarter("2026-04-01", { band: "over 15%", label: "under 85" }),
  ]);
  const [range, worst] = drawing.columns;
  expect(range).toMatchObject({ isBand: true, from: drawing.promiseY, to: 180 });
  expect([worst?.from, worst?.to]).toEqual([180, drawing.bottom]);
});

test("what rounds to the promise and breaks it lies under it", () => {
  const drawing = drawQuarters([quarter("2026-01-01", { spentTenths: 900, isBelow: true })]);
  expect(drawing.columns[0]?.to).toBeGreaterThan(drawing.promiseY);
});

test.each([
  [840, ["100", "90", "80"]],
  [830, ["100", "90", "80", "70"]],
  [760, ["100", "90", "80", "70"]],
  [410, ["100", "80", "60", "40"]],
  [450, ["100", "80", "60", "40"]],
  [0, ["100", "80", "60", "40", "20", "0"]],
])("the scale reaches down to %i tenths", (spentTenths, words) => {
  const drawing = drawQuarters([quarter("2026-01-01", { spentTenths })]);
  expect(drawing.yTicks.map((tick) => tick.words)).toEqual(words);
  expect(drawing.columns[0]?.to).toBeLessThanOrEqual(drawing.bottom + 3);
});
