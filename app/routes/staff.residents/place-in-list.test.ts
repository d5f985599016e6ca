import { expect, test } from "vitest";
import { placeOf, readPlace } from "./place-in-list.ts";

const place = {
  enteredAt: new Date("2026-11-24T10:00:00.123Z"),
  accountId: "6d6e1f5e-0f57-4c57-8b53-0f2b4d4c5a01",
};

test("a place survives its address", () => {
  expect(readPlace(placeOf(place))).toEqual(place);
});

test.each([null, "", "x", "1.2", `x.${place.accountId}`, `-1.${place.accountId}`, `1.${place.accountId}.3`])(
  "%j is no place",
  (text) => {
    expect(readPlace(text)).toBeNull();
  },
);
