import { describe, expect, it } from "vitest";

import { shareOut } from "./share-out.ts";

describe("shareOut", () => {
  it.each([
    [10, [1, 1], [5, 5]],
    [10, [3, 1], [8, 2]],
    [7, [1, 1, 1], [3, 2, 2]],
    [1, [0.2, 0.5, 0.3], [0, 1, 0]],
    [0, [1, 2], [0, 0]],
  ])("shares %i by %j as %j", (total, weights, expected) => {
    expect(shareOut(total, weights)).toEqual(expected);
  });
});
