import { expect, test } from "vitest";
import { linesOfABatch, readLines } from "./keyed-lines.ts";

const shortlist = [1, 2, 3, 4, 10];
const row = (reference: string, choices: string, isToBeTold = false) => ({ reference, choices, isToBeTold });

test("rows are read in any spelling, empty ones left out", () => {
  const typed = [row("R-7K3F", "4 1", true), row(" ", ""), row("r 2mqx", "10"), row("r9bcd", "1,2, 3")];
  expect(readLines(typed, shortlist, 3)).toEqual({
    ok: true,
    lines: [
      { line: 1, reference: "R-7K3F", choices: [1, 4], isToBeTold: true },
      { line: 3, reference: "R-2MQX", choices: [10], isToBeTold: false },
      { line: 4, reference: "R-9BCD", choices: [1, 2, 3], isToBeTold: false },
    ],
  });
});

test.each([
  [[], "Enter at least one paper"],
  [[row("", "1")], "Row 1: enter a reference like R-7K3F"],
  [[row("R-7K3", "1")], "Row 1: enter a reference like R-7K3F"],
  [[row("R-7K3F", "")], "Row 1: enter the numbers ticked on the paper"],
  [[row("R-7K3F", "one")], "Row 1: enter numbers only, like 1 4 5"],
  [[row("R-7K3F", "5")], "Row 1: 5 is not on the list of this vote"],
  [[row("R-7K3F", "1 1")], "Row 1: enter each number once"],
  [[row("R-7K3F", "1 2 3 4")], "Row 1: a ballot has up to 3 choices. Leave a spoilt paper out"],
  [[row("R-7K3F", "1"), row("r7k3f", "2")], "Row 2: R-7K3F stands in another row already"],
])("%j: %s", (typed, message) => {
  const read = readLines(typed, shortlist, 3);
  expect(read.ok ? [] : read.errors.map((error) => error.message)).toEqual([message]);
});

test("no more rows are read than a batch has", () => {
  const letters = "2346789BCDFGHJKMPQRTVWXY";
  const typed = Array.from({ length: linesOfABatch + 1 }, (_, at) =>
    row(`R-22${letters[at % 20] ?? ""}${letters[Math.floor(at / 20)] ?? ""}`, "1"),
  );
  const read = readLines(typed, shortlist, 3);
  expect(read.ok ? read.lines.length : 0).toBe(linesOfABatch);
});
