import { expect, test } from "vitest";
import { isForceReference } from "./force-reference.ts";

test.each([
  ["26*512345", true],
  ["CAD 1234-24NOV26", true],
  ["", false],
  ["x1", false],
  ["he has a knife", false],
  ["jo1@example.org", false],
  [`1${"2".repeat(30)}`, false],
])("%j: %s", (text, expected) => {
  expect(isForceReference(text)).toBe(expected);
});
