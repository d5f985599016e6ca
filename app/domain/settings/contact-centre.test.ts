import { describe, expect, test } from "vitest";
import { isSettingName } from "./settings.ts";
import { contactCentreKey, contactCentreOf, readTypedAddress } from "./contact-centre.ts";

describe("what was typed", () => {
  test.each([
    ["Centre@Force.Example ", "centre@force.example"],
    ["", null],
    ["   ", null],
  ])("%j is kept as %j", (typed, email) => {
    expect(readTypedAddress(typed)).toEqual({ ok: true, email });
  });

  test.each(["centre", "centre@force", "a@force.example, b@force.example", "centre@force.example\nBcc: x"])(
    "%j is refused",
    (typed) => {
      expect(readTypedAddress(typed)).toMatchObject({
        ok: false,
        message: expect.stringContaining("Enter an email address") as string,
      });
    },
  );
});

test.each([
  ["centre@force.example", "centre@force.example"],
  ["", null],
  ["centre", null],
  [17, null],
  [undefined, null],
])("%j, stored, reads as %j", (stored, expected) => {
  expect(contactCentreOf(stored)).toBe(expected);
});

test("is none of the figures", () => {
  expect(isSettingName(contactCentreKey)).toBe(false);
});
