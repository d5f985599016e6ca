import { expect, test } from "vitest";
import { toneAreas } from "./tones.ts";

const square = (west: number, south: number) => ({
  geometry: {
    type: "Polygon" as const,
    coordinates: [
      [
        [west, south],
        [west + 1, south],
        [west + 1, south + 1],
        [west, south + 1],
        [west, south],
      ],
    ],
  },
});

test("neighbours differ all over a chequerboard", () => {
  const side = 8;
  const squares = Array.from({ length: side * side }, (_, index) =>
    square(index % side, Math.floor(index / side)),
  );
  const tones = toneAreas(squares);
  tones.forEach((tone, index) => {
    if (index % side > 0) expect(tone).not.toBe(tones[index - 1]);
    if (index >= side) expect(tone).not.toBe(tones[index - side]);
  });
});

test("the same areas take the same tones", () => {
  const squares = [square(0, 0), square(1, 0), square(2, 0)];
  expect(toneAreas(squares)).toEqual(toneAreas(squares));
});

test.each([
  { name: "no area", areas: [], tones: [] },
  { name: "one area", areas: [square(0, 0)], tones: [0] },
])("$name", ({ areas, tones }) => {
  expect(toneAreas(areas)).toEqual(tones);
});
