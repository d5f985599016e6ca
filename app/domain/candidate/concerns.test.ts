import { expect, test } from "vitest";
import type { Change } from "#app/domain/account/change.ts";
import { mayBeAdded, mayBeTakenOff } from "./concerns.ts";

const messageOf = (change: Change) => (change.ok ? null : (change.errors[0]?.message ?? ""));
type Row = [chosen: string[], there: string[], message: string | null];

test.each<Row>([
  [["a"], ["a", "b"], null],
  [["a", "b"], ["a", "b"], null],
  [["a", "a"], ["a"], null],
  [[], ["a"], "Choose at least one concern"],
  [["a", "c"], ["a", "b"], "Somebody has used or moved one of these concerns: choose again"],
  [["a"], [], "Somebody has used or moved one of these concerns: choose again"],
])("%j are added of the free ones %j", (chosen, free, message) => {
  expect(messageOf(mayBeAdded(chosen, new Set(free)))).toBe(message);
});

const lastOne = "Leave at least one concern, or remove the candidate instead";
test.each<Row>([
  [["a"], ["a", "b"], null],
  [["a", "a"], ["a", "b"], null],
  [["a", "b"], ["a", "b", "c"], null],
  [[], ["a", "b"], "Choose at least one concern to take off"],
  [["a", "c"], ["a", "b", "d"], "One of these concerns is no longer part of this candidate: choose again"],
  [["a", "b"], ["a", "b"], lastOne],
  [["a"], ["a"], lastOne],
])("%j are taken off a candidate of %j", (chosen, own, message) => {
  expect(messageOf(mayBeTakenOff(chosen, new Set(own)))).toBe(message);
});
