import { expect, test } from "vitest";
import {
  mostHoursInWords,
  problemOfHours,
  reviewDueAfter,
  reviewStandingOf,
  standingInWords,
} from "./review.ts";

const at = (hours: number) => new Date(Date.UTC(2026, 10, 24, 10) + hours * 3_600_000);

test.each([
  ["low", null, 168],
  ["medium", null, 72],
  ["high", null, 24],
  ["critical", null, 24],
  ["critical", 2, 2],
  ["high", 24, 24],
  // Whatever was asked, tension decides how long may pass.
  ["high", 25, 24],
  ["medium", 200, 72],
  ["low", 12, 12],
] as const)("%s, %s hours asked: due after %i", (tension, wanted, hours) => {
  expect(reviewDueAfter(tension, at(0), wanted)).toEqual(at(hours));
});

test.each([
  ["critical", "Reviewed within 24 hours"],
  ["medium", "Reviewed within 3 days"],
  ["low", "Reviewed within 7 days"],
] as const)("%s is %s", (tension, words) => {
  expect(mostHoursInWords(tension)).toBe(words);
});

test.each([
  ["high", null, null],
  ["high", 1, null],
  ["high", 24, null],
  ["high", 25, "Enter a whole number of hours from 1 to 24, or leave it empty"],
  ["medium", 73, "Enter a whole number of hours from 1 to 72, or leave it empty"],
  ["low", 0, "Enter a whole number of hours from 1 to 168, or leave it empty"],
  ["low", 1.5, "Enter a whole number of hours from 1 to 168, or leave it empty"],
] as const)("%s with %s hours: %s", (tension, wanted, problem) => {
  expect(problemOfHours(tension, wanted)).toBe(problem);
});

test.each([
  [null, "closed", "Closed"],
  [at(-26), "late", "26 hours late"],
  [at(-72), "late", "3 days late"],
  [at(-0.5), "late", "Less than an hour late"],
  [at(0), "soon", "Due in less than an hour"],
  [at(4), "soon", "Due in 4 hours"],
  [at(4.5), "in-time", "Due in 4 hours"],
  [at(24), "in-time", "Due in 24 hours"],
  [at(168), "in-time", "Due in 7 days"],
] as const)("due at %s it is %s: %s", (dueAt, standing, words) => {
  expect(reviewStandingOf(dueAt, at(0))).toBe(standing);
  expect(standingInWords(dueAt, at(0))).toBe(words);
});
