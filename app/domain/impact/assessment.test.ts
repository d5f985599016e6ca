import { describe, expect, test } from "vitest";
import { problemsOfAdvice, type WantedAdvice } from "./advice.ts";
import { impactWordFields, problemsOfImpact, type WantedImpact } from "./assessment.ts";
import { problemsOfClosing, type Closable } from "./closing.ts";

const wanted: WantedImpact = {
  trigger: "incident",
  what: "A fire at the community centre.",
  communities: "Families who use the centre.",
  moodNow: "Anxious.",
  moodExpected: "Calmer once the cause is known.",
  experienced: "Two evenings of shouting outside.",
  evidenced: "Four calls in two days.",
  potential: "A gathering on Saturday.",
  isProportionate: true,
  proportionality: "Visible patrols, no more.",
  communications: "The team tells the centre’s committee.",
  neighbourhoodIds: ["one"],
  priority: "",
  meeting: "",
};
const fieldsOf = (problems: readonly { field: string }[]) => problems.map(({ field }) => field);

describe("an assessment", () => {
  test("that is filled in has nothing wrong", () => {
    expect(problemsOfImpact(wanted)).toEqual([]);
  });

  test.each(impactWordFields)("needs %s", (field) => {
    expect(fieldsOf(problemsOfImpact({ ...wanted, [field]: "  " }))).toEqual([field]);
    expect(fieldsOf(problemsOfImpact({ ...wanted, [field]: "x".repeat(3_001) }))).toEqual([field]);
  });

  test("needs a neighbourhood", () => {
    expect(fieldsOf(problemsOfImpact({ ...wanted, neighbourhoodIds: [] }))).toEqual(["neighbourhoodIds"]);
  });

  test.each(["Discussed at MARAC last week.", "Ring them on 07700 900123."])("refuses %j", (words) => {
    expect(fieldsOf(problemsOfImpact({ ...wanted, experienced: words }))).toContain("experienced");
  });
});

const advice: WantedAdvice = {
  kind: "iag",
  who: "IAG member for faith communities",
  adviserId: null,
  question: "How will worshippers take more patrols?",
};

test.each([
  ["asked in person", {}, []],
  ["an adviser of the area", { adviserId: "adviser" }, []],
  ["an adviser from elsewhere", { adviserId: "another" }, ["adviserId"]],
  ["no question", { question: "" }, ["question"]],
  ["nobody", { who: " " }, ["who"]],
  ["a community", { kind: "kin", who: "Traders of the market" }, []],
  ["a key individual’s account", { kind: "kin", who: "Traders", adviserId: "adviser" }, ["adviserId"]],
  ["a key individual’s number", { kind: "kin", who: "Traders, 07700 900123" }, ["who"]],
] as const)("advice of %s", (_, changed, fields) => {
  expect(fieldsOf(problemsOfAdvice({ ...advice, ...changed }, ["adviser"]))).toEqual(fields);
});

const now = new Date("2026-11-24T10:00:00Z");
const closable: Closable = {
  lastReview: { tension: "low" },
  reviewDueAt: new Date("2026-11-25T10:00:00Z"),
  openActions: 0,
};

test.each([
  ["reviewed and calm", {}, "It is over.", []],
  ["found medium", { lastReview: { tension: "medium" } }, "It is over.", []],
  ["never reviewed", { lastReview: null }, "It is over.", ["form"]],
  ["reviewed too long ago", { reviewDueAt: new Date("2026-11-24T09:00:00Z") }, "It is over.", ["form"]],
  ["still high", { lastReview: { tension: "high" } }, "It is over.", ["form"]],
  ["still critical", { lastReview: { tension: "critical" } }, "It is over.", ["form"]],
  ["with an action to do", { openActions: 1 }, "It is over.", ["form"]],
  ["without words", {}, "", ["closingWords"]],
] as const)("closing one that is %s", (_, changed, words, fields) => {
  expect(fieldsOf(problemsOfClosing({ ...closable, ...changed }, words, now))).toEqual(fields);
});
