import { describe, expect, test } from "vitest";
import { doors, type Door } from "./doors.ts";

const all: [string, Door][] = Object.entries(doors);

describe.each(all)("%s", (_, door) => {
  test("has a way in", () => {
    expect(door.telephone ?? door.website).not.toBeNull();
  });

  test("its number is one that can be dialled", () => {
    if (door.telephone !== null) expect(door.telephone).toMatch(/^\d{3,5}( \d{3,4})*$/);
  });

  test("its address is safe to follow", () => {
    if (door.website !== null) expect(new URL(door.website).protocol).toBe("https:");
  });

  test("says where it was read", () => {
    expect(URL.canParse(door.seenAt)).toBe(true);
  });

  test("says when to use it, in sentences", () => {
    expect(door.when).toMatch(/^[A-Z].*\.$/);
  });
});

test("no number is given twice", () => {
  const numbers = all.flatMap(([, { telephone }]) => telephone ?? []);
  expect(new Set(numbers).size).toBe(numbers.length);
});

test.each([
  ["emergency", "999"],
  ["emergencyRelay", "18000"],
  ["police", "101"],
  ["policeRelay", "18001 101"],
  ["crimestoppers", "0800 555 111"],
  ["domesticAbuse", "0808 2000 247"],
  ["childline", "0800 1111"],
  ["nspcc", "0808 800 5000"],
  ["samaritans", "116 123"],
  ["fraud", "0300 123 2040"],
] as const)("%s is %s", (id, number) => {
  expect(doors[id].telephone).toBe(number);
});
