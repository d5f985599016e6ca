import { describe, expect, test } from "vitest";
import { readCode, writeCode } from "./code.ts";
import { codeLetter } from "./code-letter.ts";

describe("a code as it is typed", () => {
  test.each([
    ["123456", "123456"],
    [" 123 456 ", "123456"],
    ["123-456", "123456"],
    ["123\u2013456", "123456"],
    ["1 2 3 4 5 6", "123456"],
    ["\uFF11\uFF12\uFF13\uFF14\uFF15\uFF16", "123456"],
    ["012345", "012345"],
    ["123\u00a0456\r\n", "123456"],
  ])("%j is %s", (typed, code) => {
    expect(readCode(typed)).toBe(code);
  });

  test.each(["", "12345", "1234567", "12345a", "12.456", "１２３４５", "\u0000123456", "x".repeat(100_000)])(
    "%.20j is none",
    (typed) => {
      expect(readCode(typed)).toBeNull();
    },
  );
});

test("a code keeps its leading noughts", () => {
  expect([0, 42, 999_999].map(writeCode)).toEqual(["000000", "000042", "999999"]);
});

test("the message holds the code, and its subject nothing", () => {
  const { subject, body } = codeLetter("012345", "sign-in");
  expect(body).toContain("Your code is 012345\n\n");
  expect(subject).not.toMatch(/\d|sign|police|neighbourhood/i);
});
