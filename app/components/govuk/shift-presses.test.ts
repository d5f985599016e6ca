import { expect, test } from "vitest";
import { afterKeyUp, noPresses } from "./shift-presses.ts";

const shift = { key: "Shift", shiftKey: false };
const capital = { key: "A", shiftKey: true };
const letter = { key: "a", shiftKey: false };
const countAfter = (...keys: { key: string; shiftKey: boolean }[]) =>
  keys.reduce(afterKeyUp, noPresses).count;

test.each([
  ["three by itself", [shift, shift, shift], 3],
  ["another key between starts again", [shift, shift, letter, shift], 1],
  ["the Shift of a capital letter is none", [capital, shift], 0],
  ["nor the Shifts of three capital letters", [capital, shift, capital, shift, capital, shift], 0],
  ["after a capital letter they count again", [capital, shift, shift, shift, shift], 3],
])("%s", (_, keys, count) => {
  expect(countAfter(...keys)).toBe(count);
});
