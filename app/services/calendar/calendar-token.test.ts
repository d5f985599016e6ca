import { describe, expect, test } from "vitest";
import { deriveKeys } from "#app/services/keys/keys.server.ts";
import { calendarToken, readCalendarToken } from "./calendar-token.server.ts";

const keys = deriveKeys("a secret of at least thirty-two characters");
const id = "0b6b2f0e-3d0f-4a55-9d6b-0b1f6f3c9a11";
const token = calendarToken(keys, id);

describe("the address of a personal calendar", () => {
  test("opens the calendar it was made for, and fits an address", () => {
    expect(readCalendarToken(keys, token)).toBe(id);
    expect(token).toMatch(/^[\w-]{43}$/);
  });

  test.each([
    ["nothing", ""],
    ["the id alone", Buffer.from(id.replaceAll("-", ""), "hex").toString("base64url")],
    ["cut short", token.slice(0, -2)],
    ["longer", `${token}AA`],
    ["padded", `${token}=`],
    ["altered", `${token.startsWith("B") ? "C" : "B"}${token.slice(1)}`],
    ["of another installation", calendarToken(deriveKeys("x".repeat(32)), id)],
  ])("is refused when it is %s", (_, bad) => {
    expect(readCalendarToken(keys, bad)).toBeNull();
  });
});
