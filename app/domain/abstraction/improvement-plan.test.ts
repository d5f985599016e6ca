import { describe, expect, test } from "vitest";
import {
  isOnTeamAlone,
  missingOfPlan,
  problemsOfImprovementAction,
  problemsOfPlan,
  writtenRefusal,
  type ImprovementPlan,
} from "./improvement-plan.ts";

const today = "2026-11-24";
const whole: ImprovementPlan = {
  rootCause: "Response team C was below its minimum on 11 of 30 nights.",
  target: "No cover for response after midnight",
  targetTenths: 95,
  targetOn: "2027-02-28",
  publicSummary: "The night shift gets three more officers, so that the team stays in its neighbourhoods.",
  ownerId: "an-account",
};
const fieldsOf = (errors: readonly { field: string }[]) => errors.map(({ field }) => field);

test.each<[Partial<ImprovementPlan>, number | null, string[]]>([
  [{}, 120, []],
  [
    { rootCause: "", target: "", targetTenths: null, targetOn: null, publicSummary: "", ownerId: null },
    120,
    [],
  ],
  [{ targetTenths: 119 }, 120, []],
  [{ targetTenths: 120 }, 120, ["targetRate"]],
  [{ targetTenths: 100 }, 80, []],
  [{ targetTenths: 101 }, null, ["targetRate"]],
  [{ targetOn: today }, 120, ["targetOn"]],
  [{ targetOn: "2028-01-01" }, 120, ["targetOn"]],
  [{ rootCause: "Sergeant Miller asks for it" }, 120, ["rootCause"]],
  [{ publicSummary: "Call 07700 900123" }, 120, ["publicSummary"]],
  [{ target: "x".repeat(2_001) }, 120, ["target"]],
])("of a plan with %j that began with %s tenths, %j cannot stand", (change, openedTenths, fields) => {
  const before = { ...whole, targetOn: null };
  expect(fieldsOf(problemsOfPlan({ ...whole, ...change }, { today, before, openedTenths }))).toEqual(fields);
});

test("a day that was set before may be past", () => {
  const past = { ...whole, targetOn: "2026-10-01" };
  expect(problemsOfPlan(past, { today, before: past, openedTenths: 120 })).toEqual([]);
});

test.each<[Partial<ImprovementPlan>, number, string[]]>([
  [{}, 1, []],
  [{}, 0, ["actions"]],
  [{ rootCause: " " }, 1, ["rootCause"]],
  [{ target: "" }, 1, ["target"]],
  [{ targetTenths: null }, 1, ["targetRate"]],
  [{ targetTenths: 0 }, 1, []],
  [{ targetOn: null }, 1, ["targetOn"]],
  [{ publicSummary: "" }, 1, ["publicSummary"]],
  [{ ownerId: null }, 1, ["owner"]],
])("a plan with %j and %i actions still needs %j", (change, actions, fields) => {
  expect(fieldsOf(missingOfPlan({ ...whole, ...change }, actions))).toEqual(fields);
});

test.each([
  [["Alfreton"], true],
  [[" ALFRETON "], true],
  [["Alfreton", "Response team C"], false],
  [[], true],
])("actions of %j are the team’s alone: %s", (units, isAlone) => {
  expect(isOnTeamAlone(units, "Alfreton")).toBe(isAlone);
});

describe("an action", () => {
  const action = { unit: "Response team C", task: "Fill the night shift", ownerId: null, dueOn: today };
  test.each([
    [{}, []],
    [{ unit: " " }, ["unit"]],
    [{ unit: "x".repeat(81) }, ["otherUnit"]],
    [{ task: "" }, ["task"]],
    [{ task: "Ask Mr Hollis" }, ["task"]],
    [{ dueOn: "2026-11-23" }, ["dueOn"]],
  ])("with %j has wrong %j", (change, fields) => {
    expect(fieldsOf(problemsOfImprovementAction({ ...action, ...change }, today))).toEqual(fields);
  });
});

test.each([
  ["", "Say it"],
  ["Done.", null],
  ["x".repeat(2_001), "Shorten it to 2,000 characters or fewer"],
  ["Ask Mr Hollis", "Take out the name “Mr Hollis”"],
])("“%s” is refused with %s", (words, refusal) => {
  expect(writtenRefusal(words, "Say it")).toBe(refusal);
});
