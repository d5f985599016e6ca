import { expect, test } from "vitest";
import { officersNamedIn } from "./named-officers.ts";

const team = ["Archer", "O’Neill", "Hall", "van Dyke"];

test.each([
  ["Your sergeant and a PCSO", []],
  ["Sgt Archer and a PCSO", ["Archer"]],
  ["Come to SGT ARCHER’s drop-in", ["Archer"]],
  ["The archery club", []],
  ["PC O’Neill, PCSO van Dyke", ["O’Neill", "van Dyke"]],
  ["In the village hall", ["Hall"]],
  ["", []],
])("%j names %j", (text, named) => {
  expect(officersNamedIn(text, team)).toEqual(named);
});

test("a surname of no letters names nobody", () => {
  expect(officersNamedIn("1 2 3", ["1", ""])).toEqual([]);
});
