import { expect, test } from "vitest";
import { positionOf, readPosition } from "./position.ts";

const position = { endsOn: "2026-12-21", id: "6d6e1f5e-0f57-4c57-8b53-0f2b4d4c5a01" };

test("a place survives its address", () => {
  expect(readPosition(positionOf(position))).toEqual(position);
});

test.each([null, "", "x", `yesterday.${position.id}`, "2026-12-21.1", "2026-13-01.x"])(
  "%j is no place",
  (text) => {
    expect(readPosition(text)).toBeNull();
  },
);
