import { expect, test } from "vitest";
import { problemsOfNaming } from "#app/domain/concern/summary-check.ts";
import { missingOfPlan, writtenRefusal } from "#app/domain/abstraction/improvement-plan.ts";
import { codes } from "#app/domain/abstraction/codes.ts";
import { buildDemonstrationForce } from "../build.ts";
import { toldPlans } from "./improvement-plans.ts";
import { askings, disputeWords, lateReason, notDone, ownReasons } from "./words.ts";

const references = buildDemonstrationForce(new Date("2026-11-26T10:00:00Z")).accounts.map(
  ({ reference }) => reference,
);

test.each(Object.entries(toldPlans))("the plan of %s could be written in the platform", (_, plan) => {
  expect(
    missingOfPlan({ ...plan, targetOn: "2026-12-31", ownerId: plan.owner }, plan.actions.length),
  ).toEqual([]);
  const words = [
    plan.rootCause,
    plan.target,
    plan.publicSummary,
    ...plan.reviews,
    ...plan.actions.flatMap(({ task, unit, result }) => [task, unit, ...(result === null ? [] : [result])]),
    ...(plan.result === null ? [] : [plan.result]),
  ];
  for (const one of words) expect(writtenRefusal(one, "Say it")).toBeNull();
  for (const { owner } of plan.actions) expect(references).toContain(owner);
  expect(references).toContain(plan.owner);
  expect(references).toContain(plan.approver);
  expect(plan.owner).not.toBe(plan.approver);
});

test("every code is asked for or logged in words that name nobody", () => {
  const reasons = codes
    .filter((code) => code !== "N1")
    .map((code) => askings[code]?.reasons ?? ownReasons[code] ?? []);
  for (const some of reasons) expect(some.length).toBeGreaterThan(0);
  for (const words of [...reasons.flat(), ...notDone, ...disputeWords, lateReason])
    expect(problemsOfNaming(words)).toEqual([]);
});
