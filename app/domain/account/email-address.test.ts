import { describe, expect, test } from "vitest";
import { normaliseEmail } from "./email-address.ts";

describe("an email address", () => {
  test.each([
    ["  Jo.Smith@Example.ORG ", "jo.smith@example.org"],
    ["jo+votes@example.org", "jo+votes@example.org"],
    ["jo@bücher.example", "jo@xn--bcher-kva.example"],
    ["o'hara@example.org", "o'hara@example.org"],
    ["ｊｏ@example.org", "jo@example.org"],
  ])("%s is %s", (typed, normal) => {
    expect(normaliseEmail(typed)).toBe(normal);
  });

  test.each([
    "",
    "jo",
    "jo@",
    "@example.org",
    "jo@example",
    "jo smith@example.org",
    "jo@exa mple.org",
    "jo@example.org\r\nBcc: all@example.org",
    "jo@example.org:25/path.xx",
    "<jo@example.org>",
    "jo\u0000@example.org",
    "jo\u200b@example.org",
    "jo\ud800@example.org",
    `${"a".repeat(250)}@example.org`,
  ])("%j is none", (typed) => {
    expect(normaliseEmail(typed)).toBeNull();
  });
});
