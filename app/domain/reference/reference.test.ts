import { describe, expect, test } from "vitest";
import { readReference, referenceCount, referenceOf } from "./reference.ts";

test.each([
  ["resident", 0, "R-2222"],
  ["resident", 1, "R-2223"],
  ["resident", 24, "R-2232"],
  ["resident", referenceCount("resident") - 1, "R-YYYY"],
  ["concern", 0, "C-22222"],
  ["concern", referenceCount("concern") - 1, "C-YYYYY"],
  ["priority", 25, "P-22233"],
  ["thread", 2, "T-22224"],
  ["meeting", 3, "M-22226"],
  ["batch", 4, "B-22227"],
  ["report", 5, "W-22228"],
] as const)("%s %i is written %s", (kind, number, reference) => {
  expect(referenceOf(kind, number)).toBe(reference);
});

test("no two numbers are written alike", () => {
  const step = 7;
  const written = new Set<string>();
  const count = referenceCount("resident");
  for (let number = 0; number < count; number += step) written.add(referenceOf("resident", number));
  expect(written.size).toBe(Math.ceil(count / step));
});

describe("a reference as it is typed", () => {
  test.each(["C-7K3FQ", "c7k3fq", " C 7K3 FQ ", "c–7k3fq", "Ｃ－７Ｋ３ＦＱ"])("%j", (typed) => {
    expect(readReference("concern", typed)).toBe("C-7K3FQ");
  });

  test.each([
    "",
    "C-7K3F",
    "7K3FQ",
    "C7K3F",
    "P-7K3FQ",
    "C-7K3FQQ",
    "C-7K3FO",
    "C-7K3F1",
    "x".repeat(100_000),
  ])("%.20j is none", (typed) => {
    expect(readReference("concern", typed)).toBeNull();
  });
});
